import type { VerificationMethod } from '@leavewell/contract';
import type { MemberRecord } from '../../ports/store.ts';
import type { Verifier, VerifierOffer } from '../../ports/verifier.ts';

/** What sets one way of typing a secret apart from another. */
export interface AskedPassword extends Pick<Verifier, 'method' | 'accepts'> {
  readonly method: Extract<VerificationMethod, 'password' | 'administrator_password' | 'company_credential'>;
  offerTo: Verifier['offerTo'];
}

/** Nothing is sent, because the member knows it already. */
export const nothingSent: VerifierOffer = { destination: null };

/** A verifier for something that is typed and that no challenge changes. */
export function askedPassword(parts: AskedPassword): Verifier {
  return {
    ...parts,
    challenge: async () => ({ secretHash: '', codeLength: null, passkey: null, deliver: async () => {} }),
  };
}

/** The host's own check of what somebody typed. */
export interface PasswordCheck {
  /**
   * Whether it is right. It should take as long for a member without one as for any other, and never log what was
   * typed. What it rejects with is answered as `internal`.
   */
  check(member: MemberRecord, typed: string): Promise<boolean>;
  /** Whether the member can be asked at all; every one when absent. Answers from what it is given, without waiting. */
  readonly isOffered?: (member: MemberRecord) => boolean;
}

/** Accepts what the host's own check accepts. */
export function checkedByHost({ check }: PasswordCheck): Verifier['accepts'] {
  return async ({ member, answer: { code } }) => (code !== undefined && (await check(member, code)) ? {} : null);
}
