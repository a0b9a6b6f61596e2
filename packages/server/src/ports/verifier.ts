import type { FinishVerification, PasskeyRequest, VerificationMethod, VerifiedAct } from '@leavewell/contract';
import type { MemberRecord, StoreReads, StoreRows } from './store.ts';

/** What is to be verified, for the words of the message. */
export interface VerificationSubject {
  readonly verificationId: string;
  readonly member: MemberRecord;
  readonly command: VerifiedAct;
  readonly planName: string;
  /** `high` when there were wrong answers lately: the secret is then too long to be guessed in as many tries as there are. */
  readonly strength: 'usual' | 'high';
  readonly now: Date;
}

/** A challenge that was made but not yet delivered. */
export interface Challenge {
  /** What the answer is compared with: the hash of a code, or a challenge for an authenticator. */
  readonly secretHash: string;
  /** Digits of the code; null where no code is asked for. */
  readonly codeLength: number | null;
  /** What the browser asks the authenticator; null for every other way. */
  readonly passkey: PasskeyRequest | null;
  /** Hands it over, where something is sent. Rejects when the message was not accepted. */
  deliver(): Promise<void>;
}

/** An answer to a challenge. */
export interface VerificationAnswer {
  readonly verificationId: string;
  readonly member: MemberRecord;
  readonly secretHash: string;
  readonly answer: FinishVerification;
  /** What is committed; the answer is looked at outside of any transaction. */
  readonly reads: StoreReads;
  readonly now: Date;
}

/** That an answer was right. */
export interface Acceptance {
  /**
   * What it leaves behind, in the transaction that gives the proof: a counter, the time of the last use. Throws when
   * somebody was faster, and no proof is given then.
   */
  record?(rows: StoreRows): Promise<void>;
}

/** What one member has of one way to verify. */
export interface VerifierOffer {
  /** Where a code would go, masked; null where nothing is sent. */
  readonly destination: string | null;
}

/** One way for a member to show that it is them. Attempts, expiry and single use are counted outside, once for all. */
export interface Verifier {
  readonly method: VerificationMethod;
  /** Null when this member has no such factor. */
  offerTo(member: MemberRecord, reads: StoreReads): Promise<VerifierOffer | null>;
  /** Makes a secret without telling anyone: it runs inside a transaction, so it waits for nobody outside. */
  challenge(subject: VerificationSubject, reads: StoreReads): Promise<Challenge>;
  /** Null for a wrong answer, also for one of another shape. Compares in constant time. */
  accepts(answer: VerificationAnswer): Promise<Acceptance | null>;
}
