import type { RefusalCode } from './action.ts';

/** Codes that can only come from the server, with the HTTP status each is answered with. */
export const serverErrors = {
  invalid_request: 400,
  idempotency_key_missing: 400,
  webhook_invalid: 400,
  session_missing: 401,
  session_expired: 401,
  host_key_invalid: 401,
  verification_required: 403,
  step_up_required: 401,
  origin_not_allowed: 403,
  proof_invalid: 403,
  membership_not_found: 404,
  receipt_not_found: 404,
  factor_not_found: 404,
  offer_not_found: 404,
  support_request_not_found: 404,
  verification_not_found: 404,
  not_found: 404,
  method_not_allowed: 405,
  in_progress: 409,
  reference_taken: 409,
  offer_over: 409,
  subscription_missing: 409,
  provider_refused: 409,
  version_conflict: 409,
  verification_expired: 410,
  membership_changed: 412,
  payload_too_large: 413,
  unsupported_media_type: 415,
  idempotency_key_reused: 422,
  verification_code_wrong: 422,
  factor_not_accepted: 422,
  verification_method_unavailable: 422,
  verification_attempts_exceeded: 429,
  rate_limited: 429,
  internal: 500,
  provider_unavailable: 503,
  message_not_sent: 503,
  store_unavailable: 503,
} as const;

/** Refusals by rule, with the HTTP status each is answered with. */
export const refusalErrors = {
  nothing_to_cancel: 409,
  nothing_to_resume: 409,
  renewal_already_off: 409,
  renewal_already_on: 409,
  membership_ended: 409,
  no_permission: 403,
  too_late: 409,
  withdrawal_over: 409,
} as const satisfies Record<RefusalCode, number>;

/** A code of the server. */
export type ServerErrorCode = keyof typeof serverErrors | RefusalCode;

/** A code that the client finds by itself: no answer, an answer of another shape, or a call given up. */
export type ClientErrorCode = 'network' | 'timeout' | 'aborted' | 'invalid_response' | 'not_configured';

/** Every code a caller of the SDK may meet. */
export type ErrorCode = ServerErrorCode | ClientErrorCode;
