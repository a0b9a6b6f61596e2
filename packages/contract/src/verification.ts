import * as z from 'zod/mini';
import { MembershipCommand } from './axes.ts';
import { Instant } from './instant.ts';

/** How a member can show that it is them. */
export const VerificationMethod = z.enum([
  /** WebAuthn on the member's own device. */
  'passkey',
  'password',
  'sms_code',
  'email_code',
  /** A code of an authenticator app (RFC 6238). */
  'totp',
  /** The password of somebody who administers the company account. */
  'administrator_password',
  /** Something the company alone knows, such as its registration number. */
  'company_credential',
  /** The host's own login, strong and fresh enough (RFC 9470). */
  'host_login',
]);
/** How a member can show that it is them. */
export type VerificationMethod = z.infer<typeof VerificationMethod>;

/** What a proof can be for: a command on a membership, or another set of factors. */
export const VerifiedAct = z.enum([...MembershipCommand.options, 'changeFactors']);
/** What a proof can be for. */
export type VerifiedAct = z.infer<typeof VerifiedAct>;

/** What the browser asks the member's authenticator: `PublicKeyCredentialRequestOptionsJSON` of WebAuthn Level 3. */
export const PasskeyRequest = z.object({
  challenge: z.string(),
  rpId: z.string(),
  timeout: z.number(),
  userVerification: z.string(),
  allowCredentials: z.array(
    z.object({ id: z.string(), type: z.string(), transports: z.optional(z.array(z.string())) }),
  ),
});
/** What the browser asks the member's authenticator. */
export type PasskeyRequest = z.infer<typeof PasskeyRequest>;

/** A verification under way. */
export const Verification = z.object({
  id: z.string(),
  method: VerificationMethod,
  /** Where the code went, masked: `+86 138 •••• 2207`. Null where nothing was sent. */
  destination: z.nullable(z.string()),
  /** Digits of the code; null where something else is asked for. */
  codeLength: z.nullable(z.number()),
  /** For the method `passkey`; null for every other. */
  passkey: z.nullable(PasskeyRequest),
  attemptsLeft: z.number(),
  /** After this it can no longer be passed. */
  expiresAt: Instant,
  /** From this moment another code may be asked for; before it, asking again answers this same verification. */
  resendAt: Instant,
  asOf: Instant,
});
/** A verification under way. */
export type Verification = z.infer<typeof Verification>;

/**
 * A proof for exactly one member, membership and act, on what the member was shown; works once, for at most five minutes.
 */
export const VerificationProof = z.object({ proof: z.string(), expiresAt: Instant });
/** A proof for exactly one member, membership and act; works once, for at most five minutes. */
export type VerificationProof = z.infer<typeof VerificationProof>;

/** Whether a command has to be verified, and the ways this member has, best first. */
export const VerificationAsked = z.object({
  required: z.boolean(),
  /** Empty although `required` when this member has no way left: a request for support is always open. */
  methods: z.array(VerificationMethod),
});
/** Whether a command has to be verified, and the ways this member has, best first. */
export type VerificationAsked = z.infer<typeof VerificationAsked>;
