import * as z from 'zod/mini';
import { Instant } from './instant.ts';

/** How a member can show that it is them. */
export const VerificationMethod = z.enum(['sms_code']);
/** How a member can show that it is them. */
export type VerificationMethod = z.infer<typeof VerificationMethod>;

/** A verification under way. */
export const Verification = z.object({
  id: z.string(),
  method: VerificationMethod,
  /** Where the code went, masked: `+86 138 •••• 2207`. */
  destination: z.string(),
  codeLength: z.number(),
  attemptsLeft: z.number(),
  /** After this the code no longer works. */
  expiresAt: Instant,
  /** From this moment another code may be asked for; before it, asking again answers this same verification. */
  resendAt: Instant,
  asOf: Instant,
});
/** A verification under way. */
export type Verification = z.infer<typeof Verification>;

/** A proof for exactly one member, membership and command; works once, for at most five minutes. */
export const VerificationProof = z.object({ proof: z.string(), expiresAt: Instant });
/** A proof for exactly one member, membership and command; works once, for at most five minutes. */
export type VerificationProof = z.infer<typeof VerificationProof>;
