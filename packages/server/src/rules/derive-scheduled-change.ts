import type { BillingFacts, ScheduledChange } from '@leavewell/contract';
import { hasPassed } from '../calendar/has-passed.ts';
import { accessEndOf, nextChargeOf } from './derive-dates.ts';
import { isOver } from './is-over.ts';

/** What happens next by itself if nobody does anything; null when nothing is scheduled or nobody can say. */
export function deriveScheduledChange(facts: BillingFacts, now: Date): ScheduledChange | null {
  if (isOver(facts, now)) return null;
  if (!hasPassed(facts.startsAt, now)) return { action: 'start', at: facts.startsAt };
  const nextChargeAt = nextChargeOf(facts);
  if (nextChargeAt !== null) return { action: 'renew', at: nextChargeAt };
  const candidates = facts.renewal === 'paused' && facts.endedAt === null ? pauseAndResume(facts) : ends(facts);
  return candidates.find(({ at }) => !hasPassed(at, now)) ?? null;
}

/** The paid time is used up first; a pause that is over before that is never felt. */
function pauseAndResume({ periodEndsAt, resumesAt }: BillingFacts): ScheduledChange[] {
  const resume: ScheduledChange[] = resumesAt === null ? [] : [{ action: 'resume', at: resumesAt }];
  if (periodEndsAt === null) return resume;
  if (resumesAt !== null && Date.parse(resumesAt) <= Date.parse(periodEndsAt)) return resume;
  return [{ action: 'pause', at: periodEndsAt }, ...resume];
}

function ends(facts: BillingFacts): ScheduledChange[] {
  const moments = [accessEndOf(facts), facts.periodEndsAt];
  return moments.flatMap((at) => (at === null ? [] : [{ action: 'end' as const, at }]));
}
