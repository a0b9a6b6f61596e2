export type { Catalog } from './catalog.ts';
export { dayIn, daysBetween, formatDay, formatMoment, formatShortDay, zoneName } from './dates.ts';
export { en } from './en.ts';
export { stepTexts } from './en-steps.ts';
export type { RefusalCode } from './failure-codes.ts';
export { failureText, refusalText } from './failures.ts';
export type { RefusalFacts } from './failure-facts.ts';
export type { FailureCode, FailureFacts } from './failures.ts';
export { matchLanguage } from './language.ts';
export type { Language } from './language.ts';
export { loadCatalog, withOverrides } from './load-catalog.ts';
export type {
  CancelFacts,
  EndFacts,
  ExpiryFacts,
  InsteadFacts,
  IntervalFacts,
  MembershipKind,
  MembershipState,
  MoneyFacts,
  PendingFacts,
  PriceFacts,
  RenewalFacts,
  RenewalOffFacts,
  ResumeFacts,
  WithdrawFacts,
} from './membership-facts.ts';
export { loadStepTexts } from './load-step-texts.ts';
export type { StepTexts } from './step-texts.ts';
export { formatMoney } from './money.ts';
export { plain } from './phrase.ts';
export type { DatePart, Phrase } from './phrase.ts';
