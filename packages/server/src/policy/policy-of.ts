import type { BillingFacts } from '@leavewell/contract';
import { findProfile, type EvaluatedPolicy, type PolicyAct, type ProfileId } from '@leavewell/policies';
import { dayIn } from '../calendar/day-in.ts';
import type { CallPlace, MemberCall } from '../http/call.ts';
import type { MembershipRecord } from '../ports/store.ts';
import { termMonths } from './term-months.ts';

/** The place whose law applies: what the session says, else the membership, else the server. */
export function placeOf({ session, server }: CallPlace, { place }: Pick<MembershipRecord, 'place'>): ProfileId {
  return session ?? (place === undefined ? undefined : findProfile(place)) ?? server;
}

/** What the law of the place and the operator ask of one act on one membership today. */
export function policyOf(
  { service, place, now }: Pick<MemberCall, 'service' | 'place' | 'now'>,
  record: MembershipRecord,
  facts: BillingFacts,
  act: PolicyAct,
): EvaluatedPolicy {
  return service.policies.evaluate({
    profile: placeOf(place, record),
    accountKind: record.account.kind,
    plan: { kind: facts.kind, termMonths: termMonths(facts), isTrial: facts.payment === 'trial' },
    act,
    on: dayIn(now, record.timeZone),
  });
}
