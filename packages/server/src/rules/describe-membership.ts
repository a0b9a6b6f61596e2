import type { BillingFacts, Membership } from '@leavewell/contract';
import { hasPassed } from '../calendar/has-passed.ts';
import { formatInstant } from '../calendar/instant.ts';
import type { MemberRecord, MembershipRecord } from '../ports/store.ts';
import { decideCancelRenewal } from './cancel-renewal.ts';
import { chooseText } from './choose-text.ts';
import { consistentFacts } from './consistent-facts.ts';
import { deriveAccess } from './derive-access.ts';
import { deriveDates } from './derive-dates.ts';
import { deriveScheduledChange } from './derive-scheduled-change.ts';
import { deriveState } from './derive-state.ts';
import type { MembershipLaw } from './membership-law.ts';
import { decideResumeRenewal } from './resume-renewal.ts';
import { decideWithdraw, withdrawByOf } from './withdraw.ts';

/** What is described, to whom, when, and in which languages. */
export interface DescribeInput {
  readonly record: MembershipRecord;
  /** What the provider says now; the facts inside `record` may be older. */
  readonly facts: BillingFacts;
  readonly viewer: MemberRecord;
  readonly now: Date;
  /** BCP 47 tags, best first, for the host's own texts. */
  readonly languages: readonly string[];
  /** What the law of the place gives and fixes. */
  readonly law: MembershipLaw;
}

/** One membership as one member may see it now. Everything derived is derived here, once, for every surface. */
export function describeMembership(input: DescribeInput): Membership {
  const { record, now, law } = input;
  const facts = consistentFacts(input.facts);
  return {
    ...identity(input),
    kind: facts.kind,
    access: deriveAccess(facts, now),
    renewal: facts.renewal,
    renewalOff: facts.renewalOff,
    payment: facts.payment,
    scheduledChange: deriveScheduledChange(facts, now),
    state: deriveState(facts, now),
    timeZone: record.timeZone,
    startsAt: facts.startsAt,
    periodStartsAt: facts.periodStartsAt,
    ...deriveDates(facts, record.timeZone),
    endedAt: facts.endedAt,
    resumesAt: facts.resumesAt,
    price: facts.price,
    paymentMethod: facts.paymentMethod,
    actions: {
      cancelRenewal: { ...decideCancelRenewal(input), label: law.labels.cancelRenewal },
      resumeRenewal: decideResumeRenewal(input),
      withdraw: { ...decideWithdraw(input), label: law.labels.withdraw },
    },
    withdrawBy: openUntil(withdrawByOf({ record, facts, law }), now),
    pendingCommand: record.pendingCommand,
    receiptId: record.receiptId,
  };
}

function openUntil(instant: string | null, now: Date): string | null {
  return instant !== null && hasPassed(instant, now) ? null : instant;
}

type Identity = Pick<
  Membership,
  'id' | 'version' | 'asOf' | 'plan' | 'account' | 'holder' | 'orderNumber' | 'seats'
>;

/** Field by field, so that nothing the host stored beside them travels along. */
function identity({ record, now, languages }: DescribeInput): Identity {
  const { id, version, plan, account, holder, orderNumber, seats } = record;
  return {
    id,
    version,
    asOf: formatInstant(now),
    plan: {
      id: plan.id,
      name: chooseText(plan.name, languages),
      benefits: plan.benefits.map((benefit) => ({ id: benefit.id, name: chooseText(benefit.name, languages) })),
    },
    account: { kind: account.kind, name: account.name },
    holder: { id: holder.id, name: holder.name },
    orderNumber,
    seats,
  };
}
