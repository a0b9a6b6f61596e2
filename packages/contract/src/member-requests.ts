import * as z from 'zod/mini';
import { MembershipState, RenewalCommand } from './axes.ts';
import { VerificationMethod } from './verification.ts';

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

/** Asks for a verification of one command on one membership. The destination is never chosen by the caller. */
export const StartVerification = z.strictObject({
  membershipId: z.string().check(z.minLength(1), z.maxLength(200)),
  command: RenewalCommand,
  method: VerificationMethod,
});
/** Asks for a verification of one command on one membership. */
export type StartVerification = z.infer<typeof StartVerification>;

/** The code the member received; spaces are ignored. */
export const FinishVerification = z.strictObject({ code: z.string().check(z.minLength(1), z.maxLength(40)) });
/** The code the member received. */
export type FinishVerification = z.infer<typeof FinishVerification>;

/** Cancelling as the member sends it: with a proof where the policy asks for one. */
export const CancelRenewalRequest = z.strictObject({ proof: z.optional(z.string().check(z.maxLength(200))) });
/** Cancelling as the member sends it. */
export type CancelRenewalRequest = z.infer<typeof CancelRenewalRequest>;

/** Turning renewal back on as the member sends it: the membership is in the path, nothing else is needed. */
export const ResumeRenewalRequest = z.strictObject({});
/** Turning renewal back on as the member sends it. */
export type ResumeRenewalRequest = z.infer<typeof ResumeRenewalRequest>;
