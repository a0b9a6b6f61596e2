import * as z from 'zod/mini';
import { RenewalCommand } from './axes.ts';
import { Instant } from './instant.ts';

/** How a member can show that it is them. */
export const VerificationMethod = z.enum(['sms_code']);
/** How a member can show that it is them. */
export type VerificationMethod = z.infer<typeof VerificationMethod>;

/** Asks for a verification of one command on one membership. The destination is never chosen by the caller. */
export const StartVerification = z.strictObject({
  membershipId: z.string().check(z.minLength(1), z.maxLength(200)),
  command: RenewalCommand,
  method: VerificationMethod,
});
/** Asks for a verification of one command on one membership. */
export type StartVerification = z.infer<typeof StartVerification>;

/** A verification under way. */
export const Verification = z.object({
  id: z.string(),
  method: VerificationMethod,
  /** Where the code went, masked: `+86 138 •••• 2207`. */
  destination: z.string(),
  codeLength: z.int(),
  attemptsLeft: z.int(),
  /** After this the code no longer works. */
  expiresAt: Instant,
  /** From this moment another code may be asked for; before it, asking again answers this same verification. */
  resendAt: Instant,
  asOf: Instant,
});
/** A verification under way. */
export type Verification = z.infer<typeof Verification>;

/** The code the member received; spaces are ignored. */
export const FinishVerification = z.strictObject({ code: z.string().check(z.minLength(1), z.maxLength(40)) });
/** The code the member received. */
export type FinishVerification = z.infer<typeof FinishVerification>;

/** A proof for exactly one member, membership and command; works once, for at most five minutes. */
export const VerificationProof = z.object({ proof: z.string(), expiresAt: Instant });
/** A proof for exactly one member, membership and command; works once, for at most five minutes. */
export type VerificationProof = z.infer<typeof VerificationProof>;
