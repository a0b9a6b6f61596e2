import * as z from 'zod/mini';
import { Instant } from './instant.ts';
import { VerificationMethod } from './verification.ts';

/** A way to verify that a member set up here. Phone and e-mail address belong to the host and are not among these. */
export const Factor = z.object({
  id: z.string(),
  method: VerificationMethod,
  /** What the member called it, or a plain name of its kind. */
  label: z.string(),
  createdAt: Instant,
  lastUsedAt: z.nullable(Instant),
});
/** A way to verify that a member set up here. */
export type Factor = z.infer<typeof Factor>;

/** The factors of one member. */
export const FactorList = z.object({ items: z.array(Factor) });
/** The factors of one member. */
export type FactorList = z.infer<typeof FactorList>;

/** What the browser hands to the authenticator: `PublicKeyCredentialCreationOptionsJSON` of WebAuthn Level 3. */
export const PasskeyCreation = z.looseObject({ challenge: z.string() });
/** What the browser hands to the authenticator. */
export type PasskeyCreation = z.infer<typeof PasskeyCreation>;

/** A factor that is being set up; it counts once it was finished. */
export const FactorSetup = z.object({
  id: z.string(),
  method: VerificationMethod,
  /** For `passkey`; null for every other. */
  passkey: z.nullable(PasskeyCreation),
  /** For `totp`: the `otpauth:` address that an authenticator app reads; null for every other. */
  otpauth: z.nullable(z.string()),
  expiresAt: Instant,
});
/** A factor that is being set up. */
export type FactorSetup = z.infer<typeof FactorSetup>;
