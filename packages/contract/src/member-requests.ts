import * as z from 'zod/mini';
import { MembershipState } from './axes.ts';
import { SupportRequestKind } from './support.ts';
import { VerificationMethod, VerifiedAct } from './verification.ts';

/** Filters of the list; every value travels as text. */
export const ListMemberships = z.strictObject({
  state: z.optional(MembershipState),
  /** Part of the plan name, holder or order number. */
  query: z.optional(z.string().check(z.maxLength(200))),
  cursor: z.optional(z.string().check(z.maxLength(200))),
  /** 1 to 100, 50 when absent. */
  limit: z.optional(z.string().check(z.regex(/^([1-9]\d?|100)$/))),
});
/** Filters of the list. */
export type ListMemberships = z.infer<typeof ListMemberships>;

/** Which receipts; every value travels as text. */
export const ListReceipts = z.strictObject({
  /** Only those of one membership. */
  membershipId: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  cursor: z.optional(z.string().check(z.maxLength(400))),
  /** 1 to 100, 50 when absent. */
  limit: z.optional(z.string().check(z.regex(/^([1-9]\d?|100)$/))),
});
/** Which receipts. */
export type ListReceipts = z.infer<typeof ListReceipts>;

/**
 * Asks for a verification of one act on one membership; for `changeFactors` of any of the member's own. The destination
 * is never chosen by the caller.
 */
export const StartVerification = z.strictObject({
  membershipId: z.string().check(z.minLength(1), z.maxLength(200)),
  command: VerifiedAct,
  method: VerificationMethod,
});
/** Asks for a verification of one act on one membership. */
export type StartVerification = z.infer<typeof StartVerification>;

const CredentialId = z.string().check(z.minLength(1), z.maxLength(1400));
const Base64Url = z.string().check(z.maxLength(12_000), z.regex(/^[A-Za-z0-9_-]*$/));

/** What the member's authenticator signed: `AuthenticationResponseJSON` of WebAuthn Level 3. */
export const PasskeyAssertion = z.strictObject({
  id: CredentialId,
  rawId: CredentialId,
  type: z.literal('public-key'),
  response: z.strictObject({
    authenticatorData: Base64Url,
    clientDataJSON: Base64Url,
    signature: Base64Url,
    userHandle: z.optional(z.nullable(Base64Url)),
  }),
  authenticatorAttachment: z.optional(z.nullable(z.string().check(z.maxLength(40)))),
  clientExtensionResults: z.optional(z.looseObject({})),
});
/** What the member's authenticator signed. */
export type PasskeyAssertion = z.infer<typeof PasskeyAssertion>;

/** What shows that it is the member: what they typed (a code, in which spaces are ignored, or a password), or an assertion. */
export const FinishVerification = z.strictObject({
  code: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  assertion: z.optional(PasskeyAssertion),
});
/** What shows that it is the member. */
export type FinishVerification = z.infer<typeof FinishVerification>;

const Proof = z.optional(z.string().check(z.maxLength(200)));

/** What is declared with a command, where the law of the place asks for it. */
export const DeclarationRequest = z.strictObject({
  terminationKind: z.optional(z.enum(['ordinary', 'extraordinary'])),
  reason: z.optional(z.string().check(z.maxLength(2000))),
  name: z.optional(z.string().check(z.maxLength(200))),
  contract: z.optional(z.string().check(z.maxLength(200))),
  endDate: z.optional(z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)))),
  email: z.optional(z.string().check(z.maxLength(254))),
});
/** What is declared with a command, where the law of the place asks for it. */
export type DeclarationRequest = z.infer<typeof DeclarationRequest>;

/** Cancelling as the member sends it: with a proof and a declaration where the policy asks for them. */
export const CancelRenewalRequest = z.strictObject({ proof: Proof, declaration: z.optional(DeclarationRequest) });
/** Cancelling as the member sends it. */
export type CancelRenewalRequest = z.infer<typeof CancelRenewalRequest>;

/** Turning renewal back on as the member sends it: the membership is in the path, nothing else is needed. */
export const ResumeRenewalRequest = z.strictObject({});
/** Turning renewal back on as the member sends it. */
export type ResumeRenewalRequest = z.infer<typeof ResumeRenewalRequest>;

/** Withdrawing as the member sends it: with a proof where the policy asks for one. */
export const WithdrawRequest = z.strictObject({ proof: Proof });
/** Withdrawing as the member sends it. */
export type WithdrawRequest = z.infer<typeof WithdrawRequest>;

/** Sets up a factor. A member who has one already shows it first, by a proof of `changeFactors`. */
export const AddFactor = z.strictObject({
  method: z.enum(['passkey', 'totp', 'password']),
  label: z.optional(z.string().check(z.minLength(1), z.maxLength(60))),
  proof: Proof,
});
/** Sets up a factor. */
export type AddFactor = z.infer<typeof AddFactor>;

/** Ends setting up: the new authenticator's answer, the app's first code, or the password. */
export const FinishFactor = z.strictObject({
  code: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  attestation: z.optional(
    z.strictObject({
      id: CredentialId,
      rawId: CredentialId,
      type: z.literal('public-key'),
      response: z.strictObject({
        attestationObject: Base64Url,
        clientDataJSON: Base64Url,
        transports: z.optional(z.array(z.string().check(z.maxLength(20))).check(z.maxLength(10))),
        publicKey: z.optional(z.nullable(Base64Url)),
        publicKeyAlgorithm: z.optional(z.number()),
        authenticatorData: z.optional(Base64Url),
      }),
      authenticatorAttachment: z.optional(z.nullable(z.string().check(z.maxLength(40)))),
      clientExtensionResults: z.optional(z.looseObject({})),
    }),
  ),
});
/** Ends setting up a factor. */
export type FinishFactor = z.infer<typeof FinishFactor>;

/** Takes a factor away, by a proof of `changeFactors`. */
export const RemoveFactor = z.strictObject({ proof: Proof });
/** Takes a factor away. */
export type RemoveFactor = z.infer<typeof RemoveFactor>;

/** Asks a person to cancel; counts from the moment it arrives. */
export const RequestSupport = z.strictObject({
  kind: SupportRequestKind,
  membershipId: z.string().check(z.minLength(1), z.maxLength(200)),
  message: z.optional(z.string().check(z.maxLength(2000))),
});
/** Asks a person to cancel. */
export type RequestSupport = z.infer<typeof RequestSupport>;

/** Why the member left; both may be left out. */
export const SendFeedback = z.strictObject({
  reason: z.optional(z.string().check(z.maxLength(60))),
  comment: z.optional(z.string().check(z.maxLength(2000))),
});
/** Why the member left. */
export type SendFeedback = z.infer<typeof SendFeedback>;

/** Nothing has to be said beside the offer in the path. */
export const DecideOffer = z.strictObject({});
/** Nothing has to be said beside the offer in the path. */
export type DecideOffer = z.infer<typeof DecideOffer>;

/** A declaration of a visitor without a login: who, which contract, and an e-mail address. */
export const RequestCancelWithoutLogin = z.strictObject({
  act: z.enum(['cancelRenewal', 'withdraw']),
  /** The same on every try, as `Idempotency-Key` is. */
  key: z.string().check(z.minLength(8), z.maxLength(200)),
  declaration: DeclarationRequest,
});
/** A declaration of a visitor without a login. */
export type RequestCancelWithoutLogin = z.infer<typeof RequestCancelWithoutLogin>;
