import type { ReminderWindow } from './evaluated-policy.ts';
import type { PolicyQuestion } from './policy-question.ts';
import type { SettledReminder } from './settle.ts';

/** Whether a notice sent so many days ahead lies within the window; both edges count. */
export function isWithin({ earliestDays, latestDays }: ReminderWindow, days: number): boolean {
  return latestDays <= days && days <= earliestDays;
}

/** What is announced to whom: nothing where nothing will be charged, the end of a trial only while it lasts. */
function concerns({ kind, minimumTermMonths }: ReminderWindow, plan: PolicyQuestion['plan']): boolean {
  if (plan.kind !== 'recurring') return false;
  if (kind === (plan.isTrial ? 'renewal' : 'trial_end')) return false;
  return plan.termMonths === null || minimumTermMonths === null || plan.termMonths >= minimumTermMonths;
}

/** Of the wished days within the window the one nearest to the planned day; the planned one where none is. */
function aimAt(window: ReminderWindow, wished: readonly number[]): ReminderWindow {
  const distance = (days: number): number => Math.abs(days - window.plannedDays);
  const [nearest = window.plannedDays] = wished
    .filter((days) => isWithin(window, days))
    .toSorted((a, b) => distance(a) - distance(b));
  return { ...window, plannedDays: nearest };
}

/** Puts the operator's days in the place of our own; what a rule asks for stays, aimed at one of them. */
function follow(reminders: readonly SettledReminder[], wished: readonly number[]): readonly SettledReminder[] {
  const kept = reminders
    .filter(({ window }) => window.kind !== 'renewal' || window.rule !== null)
    .map(({ window, rules }) => ({ window: window.kind === 'renewal' ? aimAt(window, wished) : window, rules }));
  const aimed = new Set(kept.filter(({ window }) => window.kind === 'renewal').map(({ window }) => window.plannedDays));
  const more = [...new Set(wished)].filter((days) => !aimed.has(days));
  return [...kept, ...more.map((days) => ({ window: windowOf(days), rules: [] }))];
}

function windowOf(days: number): ReminderWindow {
  return {
    kind: 'renewal',
    rule: null,
    earliestDays: days,
    latestDays: days,
    plannedDays: days,
    minimumTermMonths: null,
  };
}

/**
 * The notices for one plan.
 *
 * @param wished - the operator's days for renewals; ours when absent.
 */
export function planReminders(
  reminders: readonly SettledReminder[],
  plan: PolicyQuestion['plan'],
  wished: readonly number[] | undefined,
): readonly SettledReminder[] {
  const needed = reminders.filter(({ window }) => concerns(window, plan));
  if (wished === undefined) return needed;
  return follow(needed, wished).filter(({ window }) => concerns(window, plan));
}
