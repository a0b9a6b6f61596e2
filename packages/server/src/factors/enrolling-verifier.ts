import type { FactorSetup, FinishFactor } from '@leavewell/contract';
import type { FactorRecord } from '../ports/filed-record.ts';
import type { MemberRecord } from '../ports/store.ts';
import type { Verifier } from '../ports/verifier.ts';

/** Who sets up what. */
export interface EnrolmentSubject {
  readonly factorId: string;
  readonly member: MemberRecord;
  /** The factors of this method that the member has. */
  readonly held: readonly FactorRecord[];
  readonly now: Date;
}

/** What a factor needs while it is being set up. */
export interface EnrolmentStart extends Pick<FactorSetup, 'passkey' | 'otpauth'> {
  /** Kept until the end: a challenge, a sealed secret. */
  readonly secret: string;
}

/** A way to verify that members set up here by themselves. */
export interface EnrollingVerifier extends Verifier {
  /** What a factor is called that its member did not name. */
  readonly defaultLabel: string;
  /** Whether a member has one at most, so that a new one takes the place of the old. */
  readonly isSingle: boolean;
  /** Begins setting one up; it runs inside a transaction, so it waits for nobody outside. */
  beginEnrolment(subject: EnrolmentSubject): Promise<EnrolmentStart>;
  /** What is kept from then on, as `secret` of the factor; null when the answer does not show that it works. */
  finishEnrolment(subject: EnrolmentSubject, secret: string, answer: FinishFactor): Promise<string | null>;
}

/** Whether members can set this way up here. */
export function isEnrolling(verifier: Verifier | undefined): verifier is EnrollingVerifier {
  return verifier !== undefined && 'beginEnrolment' in verifier && 'finishEnrolment' in verifier;
}
