import {
  evaluatePolicy,
  type EvaluatedPolicy,
  type OperatorWishes,
  type PolicyQuestion,
  type ProfileId,
} from '../src/index.ts';

/** The day on which the rules were read. */
export const TODAY = '2026-11-22';

/** What a place asks of a person who cancels a plan that renews, unless the test says otherwise. */
export function ask(profile: ProfileId, change: Partial<PolicyQuestion> = {}): EvaluatedPolicy {
  return evaluatePolicy({
    profile,
    accountKind: 'person',
    plan: { kind: 'recurring', termMonths: null, isTrial: false },
    act: 'cancelRenewal',
    on: TODAY,
    wishes: {},
    ...change,
  });
}

/** The same for who withdraws. */
export function askWithdrawal(profile: ProfileId, change: Partial<PolicyQuestion> = {}): EvaluatedPolicy {
  return ask(profile, { act: 'withdraw', ...change });
}

/** The same for an operator with wishes. */
export function askWith(profile: ProfileId, wishes: OperatorWishes): EvaluatedPolicy {
  return ask(profile, { wishes });
}

/** The days on which a place plans notices of one kind by one rule; by our own when null. */
export function plannedDays(policy: EvaluatedPolicy, rule: string | null): readonly number[] {
  return policy.reminders.filter((window) => window.rule === rule).map((window) => window.plannedDays);
}
