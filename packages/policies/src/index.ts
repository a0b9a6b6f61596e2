/**
 * What each place asks of a cancel flow: rules as data, each with its article, status, day and how well it was checked,
 * and one pure function that answers what counts for one act on one membership on one day.
 *
 * **Not legal advice.** The rules were read as of 22 November 2026, some of them in secondary sources only:
 * `confidence` says so for each. `C` rests on one source; `U` is unverified and drives nothing. What is planned
 * (`prospective`) stays off until its day, or until an operator follows it early. Check a rule against its article
 * before relying on it. "Asked by no rule here" does not mean "allowed": the law on unfair practices counts everywhere.
 *
 * @example
 * ```ts
 * const faults = checkWishes('DE', { survey: 'before' }, '2026-11-22');
 * faults[0]?.rule; // 'DE-312k-2-closed'
 *
 * const policy = evaluatePolicy({
 *   profile: 'DE',
 *   accountKind: 'person',
 *   plan: { kind: 'recurring', termMonths: 12, isTrial: false },
 *   act: 'cancelRenewal',
 *   on: '2026-11-22',
 *   wishes: {},
 * });
 * policy.labels.confirm?.text; // 'jetzt kündigen'
 * ```
 *
 * @packageDocumentation
 */
export { acceptedLabels, suggestedLabels } from './accepted-labels.ts';
export { checkWishes } from './check-wishes.ts';
export { evaluatePolicy } from './evaluate-policy.ts';
export type {
  DeclarationField,
  DeclarationForm,
  EvaluatedPolicy,
  FixedText,
  Placement,
  PolicyAct,
  ReceiptField,
  ReminderKind,
  ReminderWindow,
  WithdrawalRight,
} from './evaluated-policy.ts';
export { findProfile } from './find-profile.ts';
export type { OperatorWishes } from './operator-wishes.ts';
export type { PolicyQuestion } from './policy-question.ts';
export type { LabelChoice } from './profile.ts';
export { profileIds, type ProfileId } from './profile-id.ts';
export type { Confidence, Rule, RuleStatus } from './rule.ts';
export { findRule } from './rules/find-rule.ts';
export { rules } from './rules/rules.ts';
export type { WishFault } from './wish-fault.ts';
