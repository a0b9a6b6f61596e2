import type { Asked } from './asking.ts';
import type { FixedText } from './evaluated-policy.ts';
import type { OperatorWishes } from './operator-wishes.ts';
import { isWithin } from './plan-reminders.ts';
import type { Settled } from './settle.ts';

/** Why a wish is refused: the id of a rule, and what to write instead. */
export interface Refusal {
  readonly rule: string;
  readonly remedy: string;
}

/** Reads one wish against what a place asks of cancelling. */
export type WishCheck = (wishes: OperatorWishes, settled: Settled) => readonly Refusal[];

const allowed: readonly Refusal[] = [];

function refuse(rule: string, remedy: string): readonly Refusal[] {
  return [{ rule, remedy }];
}

/** The rule to name for something that is asked. */
function reasonOf({ reasons }: Settled, key: keyof Asked): string {
  return reasons[key][0] ?? 'BASE-acts';
}

function isWholeDays(days: number): boolean {
  return Number.isSafeInteger(days) && days >= 0;
}

function checkVerification({ verification = [] }: OperatorWishes, settled: Settled): readonly Refusal[] {
  const permitted = settled.asked.verification;
  if (verification.every((method) => permitted.includes(method))) return allowed;
  if (permitted.length === 0) {
    const remedy = 'verification: leave it out; nothing may be asked for before cancelling.';
    return refuse(reasonOf(settled, 'verification'), remedy);
  }
  const remedy = `verification: name ways among ${permitted.join(', ')}; what a company shows besides is companyCheck.`;
  return refuse('BASE-verify', remedy);
}

function checkCompanyCheck({ companyCheck }: OperatorWishes, settled: Settled): readonly Refusal[] {
  if (companyCheck === undefined) return allowed;
  if (!settled.asked.companyCheck) {
    return refuse(reasonOf(settled, 'companyCheck'), 'companyCheck: leave it out; companies show nothing more.');
  }
  if (companyCheck === 'administrator_password' || companyCheck === 'company_credential') return allowed;
  return refuse('BASE-verify', 'companyCheck: write administrator_password or company_credential.');
}

function checkLabels({ labels = {} }: OperatorWishes, settled: Settled): readonly Refusal[] {
  const check = (part: 'open' | 'confirm', key: 'openLabel' | 'confirmLabel'): readonly Refusal[] => {
    const wished: FixedText | undefined = labels[part];
    if (wished === undefined) return allowed;
    const fixed = settled.asked[key];
    if (fixed !== null && wished.text !== fixed.text) {
      return refuse(reasonOf(settled, key), `labels.${part}: leave it out, or write "${fixed.text}".`);
    }
    return wished.text.trim() === '' ? refuse('BASE-label', `labels.${part}: write what pressing it does.`) : allowed;
  };
  return [...check('open', 'openLabel'), ...check('confirm', 'confirmLabel')];
}

function checkSurvey({ survey }: OperatorWishes, settled: Settled): readonly Refusal[] {
  const places = settled.asked.survey;
  if (survey === undefined || places.some((place) => place === survey)) return allowed;
  return refuse(reasonOf(settled, 'survey'), `survey: write ${places.join(' or ')}.`);
}

function checkOffer({ offer }: OperatorWishes, settled: Settled): readonly Refusal[] {
  const places = settled.asked.offer;
  if (offer === undefined || places.some((place) => place === offer)) return allowed;
  return refuse(reasonOf(settled, 'offer'), `offer: write ${places.join(' or ')}.`);
}

function checkQuietDays({ offerQuietDays: days }: OperatorWishes, settled: Settled): readonly Refusal[] {
  const { quietDays } = settled.asked;
  if (days === undefined || (isWholeDays(days) && days >= quietDays)) return allowed;
  return refuse(reasonOf(settled, 'quietDays'), `offerQuietDays: write ${quietDays} or more whole days.`);
}

function checkReceipt({ receiptWithinSeconds: seconds }: OperatorWishes, settled: Settled): readonly Refusal[] {
  const { receiptSeconds } = settled.asked;
  if (seconds === undefined || (seconds > 0 && seconds <= receiptSeconds)) return allowed;
  return refuse(reasonOf(settled, 'receiptSeconds'), `receiptWithinSeconds: write at most ${receiptSeconds}.`);
}

function checkReminderDays({ reminderDays: wished }: OperatorWishes, { reminders }: Settled): readonly Refusal[] {
  if (wished === undefined) return allowed;
  if (!wished.every((days) => isWholeDays(days) && days > 0)) {
    return refuse('BASE-remind', 'reminderDays: write whole days, 1 or more.');
  }
  return reminders.flatMap(({ window }) => {
    const { kind, rule, latestDays, earliestDays } = window;
    if (kind !== 'renewal' || rule === null || wished.some((days) => isWithin(window, days))) return allowed;
    return refuse(rule, `reminderDays: add a day from ${latestDays} to ${earliestDays}.`);
  });
}

function checkWithdrawalDays({ withdrawalDays: days }: OperatorWishes, settled: Settled): readonly Refusal[] {
  const least = settled.asked.withdrawalDays ?? 0;
  if (days === undefined || (isWholeDays(days) && days >= least)) return allowed;
  return refuse(reasonOf(settled, 'withdrawalDays'), `withdrawalDays: write ${least} or more whole days.`);
}

function checkRefundDays({ refundDays: days }: OperatorWishes, settled: Settled): readonly Refusal[] {
  if (days === undefined) return allowed;
  const { refundDays, withdrawalDays, withdrawalRefundDays } = settled.asked;
  if (!isWholeDays(days)) return refuse('BASE-refund', 'refundDays: write whole days, 0 or more.');
  if (withdrawalDays !== null && days > withdrawalRefundDays) {
    return refuse(reasonOf(settled, 'withdrawalRefundDays'), `refundDays: write at most ${withdrawalRefundDays}.`);
  }
  if (refundDays === null || days <= refundDays) return allowed;
  return refuse(reasonOf(settled, 'refundDays'), `refundDays: write at most ${refundDays}.`);
}

/** How each wish is read, but for the rules to follow early, which say how the others are read. */
export const wishChecks: Readonly<Record<Exclude<keyof OperatorWishes, 'prospective'>, WishCheck>> = {
  verification: checkVerification,
  companyCheck: checkCompanyCheck,
  labels: checkLabels,
  survey: checkSurvey,
  offer: checkOffer,
  offerQuietDays: checkQuietDays,
  receiptWithinSeconds: checkReceipt,
  reminderDays: checkReminderDays,
  withdrawalDays: checkWithdrawalDays,
  refundDays: checkRefundDays,
};
