import type { Rule, RuleStatus } from './rule.ts';

type Test = (rule: Rule, on: string, early: readonly string[]) => boolean;

const hasBegun: Test = ({ effectiveOn }, on) => effectiveOn === null || effectiveOn <= on;

const byStatus: Readonly<Record<RuleStatus, Test>> = {
  in_force: (rule, on, early) => hasBegun(rule, on, early) || early.includes(rule.id),
  // Without a day it waits for the operator, or for the day on which its status is changed here.
  prospective: (rule, on, early) => early.includes(rule.id) || (rule.effectiveOn !== null && rule.effectiveOn <= on),
  // Asked of somebody else, and followed by choice.
  benchmark: hasBegun,
  vacated: () => false,
  flag: () => false,
};

/**
 * Whether a rule drives anything on a day.
 *
 * @param on - the day, `YYYY-MM-DD`; compared as text.
 * @param early - ids of rules that the operator follows before they bind. An unverified rule never counts.
 */
export function binds(rule: Rule, on: string, early: readonly string[] = []): boolean {
  return rule.confidence !== 'U' && byStatus[rule.status](rule, on, early);
}

/** Whether a rule may ever drive anything: it is verified, and its status can come to bind. */
export function canBind(rule: Rule): boolean {
  return binds(rule, rule.effectiveOn ?? '', [rule.id]);
}
