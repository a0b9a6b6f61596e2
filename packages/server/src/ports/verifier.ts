import type { RenewalCommand, VerificationMethod } from '@leavewell/contract';
import type { MemberRecord } from './store.ts';

/** What is to be verified, for the words of the message. */
export interface VerificationSubject {
  readonly verificationId: string;
  readonly member: MemberRecord;
  readonly command: RenewalCommand;
  readonly planName: string;
  /** `high` when there were wrong answers lately: the secret is then too long to be guessed in as many tries as there are. */
  readonly strength: 'usual' | 'high';
}

/** A challenge that was made but not yet delivered. Only the hash of the secret is stored. */
export interface Challenge {
  readonly secretHash: string;
  readonly codeLength: number;
  /** Rejects when the message was not accepted. */
  deliver(): Promise<void>;
}

/** One way for a member to show that it is them. Attempts, expiry and single use are counted outside, once for all. */
export interface Verifier {
  readonly method: VerificationMethod;
  /** The masked destination, or null when this member has no such factor. */
  destinationOf(member: MemberRecord): string | null;
  /** Makes a secret without telling anyone: it runs inside a transaction, so it waits for nobody outside. */
  challenge(subject: VerificationSubject): Promise<Challenge>;
  /** Whether `answer` is the secret of `secretHash`, in constant time. */
  accepts(secretHash: string, answer: string, verificationId: string): Promise<boolean>;
}
