import type { VerificationMethod } from '@leavewell/contract';
import type { EvaluatedPolicy, FixedText, WithdrawalRight } from './evaluated-policy.ts';
import type { OperatorWishes } from './operator-wishes.ts';
import { planReminders } from './plan-reminders.ts';
import type { PolicyQuestion } from './policy-question.ts';
import { type Settled, settle } from './settle.ts';

/** We aim at a minute, whatever a place allows. */
const RECEIPT_SECONDS = 60;
/** Until the money is back of a withdrawal that the operator alone grants, unless they say. */
const OWN_REFUND_DAYS = 14;

/**
 * What one place asks of one act on one membership on one day. Pure: the same question has the same answer, and the day
 * of a charge is no part of it. Not legal advice.
 *
 * Takes wishes that `checkWishes` lets pass. Where one has since become less than the place asks, because a rule began
 * to bind while a server ran, what the place asks counts.
 */
export function evaluatePolicy(question: PolicyQuestion): EvaluatedPolicy {
  const { profile, act, on, plan, wishes } = question;
  const settled = settle(profile, act, on, wishes.prospective);
  const { asked } = settled;
  const reminders = planReminders(settled.reminders, plan, wishes.reminderDays);
  const withdrawal = withdrawalOf(settled, wishes);
  const sources = [
    ...Object.values(settled.reasons).flat(),
    ...reminders.flatMap(({ rules }) => rules),
    ...(withdrawal === null ? [] : [withdrawal.rule]),
  ];
  return {
    profile,
    act,
    labels: labelsOf(question, settled),
    budget: asked.budget,
    form: asked.form,
    publicForm: asked.publicForm,
    isPure: asked.isPure,
    ...verificationOf(question, settled),
    survey: asked.survey.find((place) => place === wishes.survey) ?? 'after',
    offer: offerOf(settled, wishes),
    receipt: {
      fields: asked.receiptFields,
      withinSeconds: Math.min(asked.receiptSeconds, wishes.receiptWithinSeconds ?? RECEIPT_SECONDS),
    },
    reminders: reminders.map(({ window }) => window),
    withdrawal,
    refundDays: atMost(asked.refundDays, wishes.refundDays),
    offersFixedTermEntry: asked.offersFixedTermEntry,
    rules: [...new Set(sources)],
  };
}

/** The operator's words are for cancelling; those for withdrawing are the place's or the page's. */
function labelsOf({ act, wishes }: PolicyQuestion, { asked }: Settled): EvaluatedPolicy['labels'] {
  const wished: { readonly open?: FixedText; readonly confirm?: FixedText } =
    act === 'cancelRenewal' ? (wishes.labels ?? {}) : {};
  return {
    open: asked.openLabel ?? wished.open ?? null,
    confirm: asked.confirmLabel ?? wished.confirm ?? null,
  };
}

function verificationOf(
  { accountKind, wishes }: PolicyQuestion,
  { asked }: Settled,
): { verification: readonly VerificationMethod[]; companyCheck: EvaluatedPolicy['companyCheck'] } {
  const wished = new Set(wishes.verification ?? []);
  return {
    verification: [...wished].filter((method) => asked.verification.includes(method)),
    companyCheck: accountKind === 'company' && asked.companyCheck ? (wishes.companyCheck ?? null) : null,
  };
}

function offerOf({ asked }: Settled, wishes: OperatorWishes): EvaluatedPolicy['offer'] {
  const placement = asked.offer.find((place) => place === wishes.offer) ?? 'after';
  return {
    placement,
    cancelLabel: placement === 'with_confirm' ? asked.cancelLabel : null,
    quietDays: Math.max(asked.quietDays, wishes.offerQuietDays ?? 0),
  };
}

function withdrawalOf({ asked, reasons }: Settled, wishes: OperatorWishes): WithdrawalRight | null {
  const days = Math.max(asked.withdrawalDays ?? 0, wishes.withdrawalDays ?? 0);
  if (days === 0) return null;
  if (asked.withdrawalDays === null) {
    return { days, refundDays: wishes.refundDays ?? OWN_REFUND_DAYS, rule: 'BASE-withdraw' };
  }
  const [rule = 'BASE-withdraw'] = reasons.withdrawalDays;
  return { days, refundDays: Math.min(asked.withdrawalRefundDays, wishes.refundDays ?? Infinity), rule };
}

function atMost(limit: number | null, wished: number | undefined): number | null {
  return limit === null ? (wished ?? null) : Math.min(limit, wished ?? limit);
}
