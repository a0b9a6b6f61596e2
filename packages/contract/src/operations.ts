import { HostEventPage, ListEvents } from './host-event.ts';
import { CreateSession, PutMembership, PutMembershipResult, SessionToken, WebhookTaken } from './host.ts';
import { memberOperations } from './member-operations.ts';
import {
  CancelRenewalRequest,
  FinishVerification,
  ListMemberships,
  ResumeRenewalRequest,
  StartVerification,
} from './member-requests.ts';
import type { FullOperation } from './operation.ts';

const commandErrors = [
  'invalid_request',
  'idempotency_key_missing',
  'idempotency_key_reused',
  'in_progress',
  'membership_changed',
  'subscription_missing',
  'provider_refused',
  'membership_not_found',
  'membership_ended',
  'no_permission',
  'too_late',
  'version_conflict',
  'provider_unavailable',
  'store_unavailable',
] as const;

/** Every operation of the server: the table that routes, client and OpenAPI document are made from. */
export const operations = {
  getSession: { ...memberOperations.getSession, caller: 'member', errors: [] },
  listMemberships: {
    ...memberOperations.listMemberships,
    caller: 'member',
    query: ListMemberships,
    errors: ['invalid_request'],
  },
  getMembership: { ...memberOperations.getMembership, caller: 'member', errors: ['membership_not_found'] },
  previewCancelRenewal: {
    ...memberOperations.previewCancelRenewal,
    caller: 'member',
    errors: ['membership_not_found'],
  },
  cancelRenewal: {
    ...memberOperations.cancelRenewal,
    caller: 'member',
    body: CancelRenewalRequest,
    idempotent: true,
    errors: [
      ...commandErrors,
      'verification_required',
      'proof_invalid',
      'nothing_to_cancel',
      'renewal_already_off',
    ],
  },
  resumeRenewal: {
    ...memberOperations.resumeRenewal,
    caller: 'member',
    body: ResumeRenewalRequest,
    idempotent: true,
    errors: [...commandErrors, 'nothing_to_resume', 'renewal_already_on'],
  },
  startVerification: {
    ...memberOperations.startVerification,
    caller: 'member',
    body: StartVerification,
    errors: [
      'invalid_request',
      'membership_not_found',
      'nothing_to_cancel',
      'nothing_to_resume',
      'renewal_already_off',
      'renewal_already_on',
      'membership_ended',
      'no_permission',
      'too_late',
      'verification_method_unavailable',
      'verification_attempts_exceeded',
      'rate_limited',
      'message_not_sent',
    ],
  },
  finishVerification: {
    ...memberOperations.finishVerification,
    caller: 'member',
    body: FinishVerification,
    errors: [
      'invalid_request',
      'verification_not_found',
      'verification_expired',
      'verification_code_wrong',
      'verification_attempts_exceeded',
    ],
  },
  getReceipt: { ...memberOperations.getReceipt, caller: 'member', errors: ['receipt_not_found'] },
  createSession: {
    method: 'POST',
    path: '/v1/host/sessions',
    caller: 'host',
    body: CreateSession,
    response: SessionToken,
    errors: ['invalid_request', 'host_key_invalid'],
  },
  putMembership: {
    method: 'PUT',
    path: '/v1/host/memberships/{id}',
    caller: 'host',
    body: PutMembership,
    response: PutMembershipResult,
    errors: [
      'invalid_request',
      'host_key_invalid',
      'reference_taken',
      'subscription_missing',
      'version_conflict',
      'provider_unavailable',
    ],
  },
  listEvents: {
    method: 'GET',
    path: '/v1/host/events',
    caller: 'host',
    query: ListEvents,
    response: HostEventPage,
    errors: ['invalid_request', 'host_key_invalid'],
  },
  receiveWebhook: {
    method: 'POST',
    path: '/v1/webhooks/{provider}',
    caller: 'provider',
    raw: true,
    response: WebhookTaken,
    errors: ['webhook_invalid', 'not_found'],
  },
} as const satisfies Record<string, FullOperation>;

/** The name of an operation. */
export type OperationName = keyof typeof operations;
