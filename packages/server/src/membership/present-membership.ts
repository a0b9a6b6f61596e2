import type { BillingFacts, Membership } from '@leavewell/contract';
import type { MemberCall } from '../http/call.ts';
import type { MembershipRecord } from '../ports/store.ts';
import { describeMembership } from '../rules/describe-membership.ts';
import { currentFacts } from './billing-subject.ts';

/** A membership as the caller may see it now, in the language they read. */
export function presentMembership(
  { service, viewer, now, languages }: MemberCall,
  record: MembershipRecord,
  facts: BillingFacts = currentFacts(service, record, now),
): Membership {
  return describeMembership({ record, facts, viewer, now, languages: [...languages, viewer.language] });
}
