import { addInterval, formatInstant } from '@leavewell/server';
import { everyMonth, facts, membershipOf, yuan, type SeedMembership } from './declare-membership.ts';
import { plans } from './plans.ts';

const daysAgo = 3;

/** Bought a few days before the demo first started, so that it can be withdrawn from where the law gives that right. */
export function newMembership(now: Date): SeedMembership {
  const periodStartsAt = formatInstant(new Date(now.getTime() - daysAgo * 86_400_000));
  const periodEndsAt = addInterval(periodStartsAt, everyMonth, 1, 'Asia/Shanghai');
  return membershipOf('chen-hao', 'm_new', {
    plan: plans.tenderWatch,
    orderNumber: '2026-1119-0407',
    facts: facts(yuan(4_800, everyMonth), { periodStartsAt, periodEndsAt }),
  });
}
