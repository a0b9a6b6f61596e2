import type { Asked, Asking } from './asking.ts';
import { binds } from './binds.ts';
import type { PolicyAct, ReminderWindow } from './evaluated-policy.ts';
import { lineageOf } from './profile.ts';
import type { ProfileId } from './profile-id.ts';
import { baseline, baselineRules } from './profiles/base.ts';
import { profiles } from './profiles/profiles.ts';
import { findRule } from './rules/find-rule.ts';

/** A window, and all rules that it satisfies. */
export interface SettledReminder {
  readonly window: ReminderWindow;
  readonly rules: readonly string[];
}

/** What a place asks of one act on one day, before wishes. */
export interface Settled {
  readonly asked: Asked;
  /** For each thing asked the ids of the rules it follows from, the one to name first. */
  readonly reasons: Readonly<Record<keyof Asked, readonly string[]>>;
  readonly reminders: readonly SettledReminder[];
}

/** Every asking of a place, those of the places it builds on first. */
export function askingsOf(profile: ProfileId): readonly Asking[] {
  return lineageOf(profiles[profile]).flatMap(({ askings }) => askings);
}

/**
 * Reads the askings of a place in order and keeps those that a binding rule stands behind.
 *
 * @param on - the day, `YYYY-MM-DD`.
 * @param early - ids of rules to follow before they bind.
 */
export function settle(profile: ProfileId, act: PolicyAct, on: string, early: readonly string[] = []): Settled {
  let asked = baseline;
  let reasons: Settled['reasons'] = baselineRules;
  const reminders: SettledReminder[] = [];
  for (const asking of askingsOf(profile)) {
    if (asking.act !== undefined && asking.act !== act) continue;
    const rules = asking.rules.filter((id) => isBinding(id, on, early));
    if (rules.length === 0) continue;
    asked = { ...asked, ...asking.asks };
    reasons = { ...reasons, ...Object.fromEntries(Object.keys(asking.asks).map((key) => [key, rules])) };
    reminders.push(...remindersOf(asking, rules));
  }
  return { asked, reasons, reminders };
}

function isBinding(id: string, on: string, early: readonly string[]): boolean {
  const rule = findRule(id);
  return rule !== undefined && binds(rule, on, early);
}

/** Our own notices name no rule: `rule` is for what somebody else asks. */
function remindersOf({ reminders = [] }: Asking, rules: readonly string[]): readonly SettledReminder[] {
  const [first = null] = rules.filter((id) => !id.startsWith('BASE-'));
  return reminders.map((window) => ({ window: { ...window, rule: first }, rules }));
}
