import type { BillingFacts, Membership } from '@leavewell/contract';
import type { MemberCall } from '../http/call.ts';
import type { MembershipRecord } from '../ports/store.ts';
import { policyOf } from '../policy/policy-of.ts';
import { describeMembership } from '../rules/describe-membership.ts';
import type { MembershipLaw } from '../rules/membership-law.ts';
import { currentFacts } from './billing-subject.ts';

/** A membership as the caller may see it now, in the language they read. */
export function presentMembership(
  call: MemberCall,
  record: MembershipRecord,
  facts: BillingFacts = currentFacts(call.service, record, call.now),
): Membership {
  const { viewer, now, languages } = call;
  const law = lawOf(call, record, facts);
  return describeMembership({ record, facts, viewer, now, languages: [...languages, viewer.language], law });
}

/** What the law of the place says of this membership today. */
export function lawOf(call: MemberCall, record: MembershipRecord, facts: BillingFacts): MembershipLaw {
  const cancel = policyOf(call, record, facts, 'cancelRenewal');
  const withdraw = policyOf(call, record, facts, 'withdraw');
  return {
    labels: { cancelRenewal: cancel.labels.open, withdraw: withdraw.labels.open },
    offersFixedTermEntry: cancel.offersFixedTermEntry,
    right: withdraw.withdrawal,
  };
}
