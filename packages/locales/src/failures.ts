import type { Catalog } from './catalog.ts';
import type { RefusalCode, ToldFailure } from './failure-codes.ts';
import type { RefusalFacts } from './failure-facts.ts';

/** A failure of the page or of its set-up, about which a member can do nothing but try again: `failure.unknown`. */
export type PageFailure =
  | 'invalid_request'
  | 'idempotency_key_missing'
  | 'idempotency_key_reused'
  | 'host_key_invalid'
  | 'origin_not_allowed'
  | 'not_found'
  | 'method_not_allowed'
  | 'payload_too_large'
  | 'unsupported_media_type'
  | 'reference_taken'
  | 'webhook_invalid'
  | 'invalid_response';

/** Failures that are told in the words of another. */
const toldAs = {
  session_missing: 'session_expired',
  proof_invalid: 'verification_required',
  receipt_not_found: 'membership_not_found',
  factor_not_found: 'membership_not_found',
  support_request_not_found: 'membership_not_found',
  offer_not_found: 'offer_over',
  verification_not_found: 'verification_expired',
  membership_changed: 'version_conflict',
  store_unavailable: 'internal',
} as const satisfies Record<string, ToldFailure>;

/** Every code that a member may meet. */
export type FailureCode = ToldFailure | keyof typeof toldAs | PageFailure | RefusalCode;

/** What is known of a failure; a `MemberError` of the SDK fits. */
export interface FailureFacts {
  /** A `FailureCode`; any other gets a general text. */
  readonly code: string;
  readonly problem?: { readonly attemptsLeft?: number | undefined } | undefined;
}

function isTold(catalog: Catalog, key: string): key is `failure.${ToldFailure}` | `refusal.${RefusalCode}` {
  return key in catalog;
}

function isToldAs(code: string): code is keyof typeof toldAs {
  return Object.hasOwn(toldAs, code);
}

/** Why something failed and what to do, for a person. Never throws; a code that is not known gets a general text. */
export function failureText(catalog: Catalog, { code, problem }: FailureFacts): string {
  const told = isToldAs(code) ? toldAs[code] : code;
  const key = [`failure.${told}`, `refusal.${told}`].find((candidate) => isTold(catalog, candidate));
  const text = key && isTold(catalog, key) ? catalog[key] : catalog['failure.unknown'];
  return typeof text === 'function' ? text(problem?.attemptsLeft ?? null) : text;
}

/** Why an action is not offered, and who can help. */
export function refusalText(catalog: Catalog, { code, remedy, contact }: RefusalFacts): string {
  const reason = catalog[`refusal.${code}`];
  if (remedy === 'none') return reason;
  return `${reason}${catalog['language.tag'].startsWith('zh') ? '' : ' '}${catalog[`remedy.${remedy}`](contact)}`;
}
