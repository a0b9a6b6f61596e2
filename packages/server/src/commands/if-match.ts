import { entityTagOf } from '@leavewell/contract';
import type { MemberCall } from '../http/call.ts';
import { presentMembership } from '../membership/present-membership.ts';
import type { MembershipRecord } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';

/** The entity tags of `If-Match` (RFC 9110, section 13.1.1); null where it is absent or `*`. */
export function ifMatchOf(headers: Headers): readonly string[] | null {
  const value = headers.get('if-match')?.trim();
  if (value === undefined || value === '*') return null;
  const tags = value.match(/(W\/)?"[\x21\x23-\x7e]*"/g) ?? [];
  if (tags.length > 0 && tags.join(',') === value.replace(/\s*,\s*/g, ',')) return tags;
  const message = 'Not an entity tag: send the ETag of the membership, with its quotes.';
  throw new ServiceError('invalid_request', { errors: [{ field: 'If-Match', message }] });
}

/** Lets pass an order on a membership as it still is. Throws `membership_changed` with the membership as it is now. */
export function requireMatch(call: MemberCall, record: MembershipRecord, tags: readonly string[] | null): void {
  if (tags === null) return;
  const membership = presentMembership(call, record);
  if (tags.includes(entityTagOf(membership))) return;
  throw new ServiceError('membership_changed', {
    detail: 'The membership is not what the caller saw: look at it again.',
    membership,
  });
}
