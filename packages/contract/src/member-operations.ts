import * as z from 'zod/mini';
import { MembershipState } from './axes.ts';
import { Membership, MembershipPage } from './membership.ts';
import type { Operation } from './operation.ts';
import { CancelPreview, CancelRenewalRequest, Receipt, RenewalOutcome, ResumeRenewalRequest } from './receipt.ts';
import { Session } from './session.ts';
import { FinishVerification, StartVerification, Verification, VerificationProof } from './verification.ts';

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

const command = {
  method: 'POST',
  caller: 'member',
  response: RenewalOutcome,
  idempotent: true,
} as const;

/** What a member's browser may ask for. */
export const memberOperations = {
  getSession: { method: 'GET', path: '/v1/session', caller: 'member', response: Session, errors: [] },
  listMemberships: {
    method: 'GET',
    path: '/v1/memberships',
    caller: 'member',
    query: ListMemberships,
    response: MembershipPage,
    errors: ['invalid_request'],
  },
  getMembership: {
    method: 'GET',
    path: '/v1/memberships/{id}',
    caller: 'member',
    response: Membership,
    errors: ['membership_not_found'],
  },
  previewCancelRenewal: {
    method: 'GET',
    path: '/v1/memberships/{id}/cancel-preview',
    caller: 'member',
    response: CancelPreview,
    errors: ['membership_not_found'],
  },
  cancelRenewal: {
    ...command,
    path: '/v1/memberships/{id}/cancel-renewal',
    body: CancelRenewalRequest,
    errors: [
      'invalid_request',
      'idempotency_key_missing',
      'idempotency_key_reused',
      'in_progress',
      'membership_not_found',
      'verification_required',
      'proof_invalid',
      'nothing_to_cancel',
      'renewal_already_off',
      'membership_ended',
      'no_permission',
      'too_late',
      'provider_unavailable',
    ],
  },
  resumeRenewal: {
    ...command,
    path: '/v1/memberships/{id}/resume-renewal',
    body: ResumeRenewalRequest,
    errors: [
      'invalid_request',
      'idempotency_key_missing',
      'idempotency_key_reused',
      'in_progress',
      'membership_not_found',
      'nothing_to_resume',
      'renewal_already_on',
      'membership_ended',
      'no_permission',
      'provider_unavailable',
    ],
  },
  startVerification: {
    method: 'POST',
    path: '/v1/verifications',
    caller: 'member',
    body: StartVerification,
    response: Verification,
    errors: [
      'invalid_request',
      'membership_not_found',
      'no_permission',
      'verification_method_unavailable',
      'verification_attempts_exceeded',
      'message_not_sent',
    ],
  },
  finishVerification: {
    method: 'POST',
    path: '/v1/verifications/{id}/finish',
    caller: 'member',
    body: FinishVerification,
    response: VerificationProof,
    errors: [
      'invalid_request',
      'verification_not_found',
      'verification_expired',
      'verification_code_wrong',
      'verification_attempts_exceeded',
    ],
  },
  getReceipt: {
    method: 'GET',
    path: '/v1/receipts/{id}',
    caller: 'member',
    response: Receipt,
    errors: ['receipt_not_found'],
  },
} as const satisfies Record<string, Operation>;
