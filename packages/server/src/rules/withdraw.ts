import type { Action } from '@leavewell/contract';
import { daysAfter } from '../calendar/day-after.ts';
import { dayIn } from '../calendar/day-in.ts';
import { hasPassed } from '../calendar/has-passed.ts';
import { formatInstant } from '../calendar/instant.ts';
import { startOfDay } from '../calendar/start-of-day.ts';
import type { RenewalQuestion } from './cancel-renewal.ts';
import { consistentFacts } from './consistent-facts.ts';
import { isOver } from './is-over.ts';
import { mayManageRenewal } from './may-manage-renewal.ts';
import { allowed, refuse, refusePermission } from './refuse.ts';

type WithdrawalRun = Pick<RenewalQuestion, 'record' | 'facts'> & {
  readonly law: Pick<RenewalQuestion['law'], 'right'>;
};

const DAY = 86_400_000;

/**
 * When the right to undo the purchase ends: the first instant after the last of its days in the zone of the account.
 * The day on which the contract began is not counted (Regulation 1182/71, article 3(1)), and neither is one that the
 * zone skipped. A renewal gives no new right (CJEU C-565/22). Null without one.
 *
 * A last day that is a Saturday, a Sunday or a holiday is not moved to the next working day (article 3(4) of the same
 * Regulation): holidays are not known here. An operator gives more by the wish `withdrawalDays`.
 */
export function withdrawByOf({ record, facts, law: { right } }: WithdrawalRun): string | null {
  if (right === null) return null;
  const { timeZone } = record;
  const firstDay = daysAfter(dayIn(facts.startsAt, timeZone), 1);
  const begins = startOfDay(firstDay, timeZone).getTime();
  const counted = startOfDay(daysAfter(firstDay, right.days), timeZone).getTime();
  // Nights that clocks change are an hour or two off, never half a day.
  const skipped = Math.max(0, right.days - Math.round((counted - begins) / DAY));
  return formatInstant(startOfDay(daysAfter(firstDay, right.days + skipped), timeZone));
}

/** Whether the viewer may undo the purchase now, whatever kind it is. */
export function decideWithdraw(question: RenewalQuestion): Action {
  const { record, viewer, now } = question;
  const facts = consistentFacts(question.facts);
  const until = withdrawByOf(question);
  if (until === null || hasPassed(until, now)) return refuse('withdrawal_over');
  if (isOver(facts, now) || facts.payment === 'refunded') return refuse('membership_ended');
  return mayManageRenewal(viewer, record) ? allowed : refusePermission(viewer, record);
}
