import { dated } from './dated.ts';
import { dayPartIn } from './end-view.ts';
import type { ChargeView, ExpiryView } from './expiry-view.ts';
import type { MembershipState } from './membership-facts.ts';
import { owesPayment } from './owes-payment.ts';
import { sentences, type DatePart, type Phrase, type PhraseValue } from './phrase.ts';
import type { CardWords } from './words.ts';

/** What is said about a membership, in order; null and false are not said. */
type Saying = readonly (PhraseValue | false)[];
type Say = (words: CardWords, view: ExpiryView, tag: string) => Saying;

/** The day that a headline names, where it is not the last day. */
const otherDay: Readonly<Partial<Record<MembershipState, (view: ExpiryView) => DatePart | null | undefined>>> = {
  upcoming: ({ start }) => start.day,
  paused: ({ resumes }) => resumes?.day,
  expired: ({ facts, end, lastDay }) => (facts.endedAt ? end?.day : lastDay),
  revoked: ({ end }) => end?.day,
};

/** The biggest words of a card; without a date they are `status`. */
export function headline(words: CardWords, view: ExpiryView, status: string): Phrase {
  const { state, endedAt } = view.facts;
  if (state === 'lifetime' && !view.end) return [words.forGood];
  if (state === 'on_hold') return [status];
  const [toItsEnd, beyond = toItsEnd] = words.headlines[state === 'lifetime' ? 'ending' : state];
  const day = otherDay[state];
  return dated([toItsEnd, beyond, status], {
    ...view,
    lastDay: (day ? day(view) : view.lastDay) ?? null,
    wholeDay: view.wholeDay || (day !== undefined && endedAt !== null),
  });
}

/** Where the headline names the date of the charge, it is not said twice. */
function charged(words: CardWords, { facts, price }: ExpiryView, charge: ChargeView): Phrase {
  const named = charge.closesLastDay && ['renewing', 'trialing'].includes(facts.state);
  return words.charged(charge.isDue ? -1 : charge.days, named ? null : charge.at, price, facts.paymentMethod);
}

function until(words: CardWords, { end }: ExpiryView): Phrase | null {
  return end && (end.closesLastDay ? [words.thatDate(end.zone)] : end.at);
}

const renews: Say = (words, view) => {
  const { charge, facts } = view;
  const keptUntil = until(words, view);
  const periodLasts = keptUntil && words.periodLasts(keptUntil);
  if (!charge) return [words.renewsByItself, periodLasts];
  const taken = charged(words, view, charge);
  if (charge.isDue) return [taken];
  if (charge.cancel === 'too_late') return [taken, words.tooLate, periodLasts];
  if (facts.pendingCommand || facts.actions?.cancelRenewal.allowed === false) return [taken, periodLasts];
  if (charge.cancel === 'any_time') return [taken, words.cancelAnyTime(keptUntil)];
  return [taken, words.cancelBy(charge.cancel, keptUntil)];
};

function turnedOff(words: CardWords, { facts }: ExpiryView, tag: string): Phrase | null {
  const { renewalOff, readByHolder, holder, timeZone } = facts;
  const name = readByHolder === false ? (holder?.name ?? words.theMember) : null;
  return renewalOff && words.turnedOff[renewalOff.by](dayPartIn(tag, renewalOff.at, timeZone), name);
}

/** What is owed may still be collected, so nothing is promised then. */
function nextCharge(words: CardWords, view: ExpiryView): PhraseValue {
  if (view.charge) return charged(words, view, view.charge);
  return owesPayment(view.facts) ? null : words.noCharge;
}

const ends: Say = (words, view, tag) => {
  const { end, charge } = view;
  const off = turnedOff(words, view, tag);
  if (end && !charge) return [off, words.asBeforeUntil(end.at)];
  return [off, end && words.worksUntil(end.at), nextCharge(words, view)];
};

const details: Readonly<Record<MembershipState, Say>> = {
  upcoming: (words, view) => [
    words.starts(view.start.time, view.start.zone),
    !view.charge?.closesLastDay && view.end && words.periodLasts(view.end.at),
    (view.charge || view.facts.renewal !== 'on') && nextCharge(words, view),
  ],
  trialing: (words, view, tag) => (view.charge || view.facts.renewal === 'on' ? renews : ends)(words, view, tag),
  renewing: renews,
  ending: ends,
  fixed_term: (words, view) => {
    const end = until(words, view);
    const { price, actions } = view.facts;
    const how = words.endsByItself(actions?.cancelRenewal.allowed ?? false);
    return [words.bought(price?.interval ?? null), how, end && words.haveUntil(end)];
  },
  lifetime: (words, view, tag) => (view.end ? ends(words, view, tag) : [words.hasNoEnd]),
  payment_problem: (words, view, tag) => [
    words.notCharged(view.price, view.facts.paymentMethod),
    !view.isOver && view.end && words.worksUntil(view.end.at),
    view.charge && charged(words, view, view.charge),
    view.facts.renewal === 'off' ? turnedOff(words, view, tag) : words.payToKeep,
  ],
  on_hold: (words, view, tag) => [
    words.notCharged(view.price, view.facts.paymentMethod),
    // Once a payment is given up, the end of the period is known, but not when access stopped.
    words.onHoldSince(view.facts.payment === 'past_due' && view.isOver && view.end ? view.end.at : null),
    view.facts.renewal === 'off' ? turnedOff(words, view, tag) : words.payToReturn,
  ],
  paused: (words, view) => [
    words.pausedWithoutCharge,
    !view.isOver && view.end && words.worksUntil(view.end.at),
    view.resumes && words.resumesAt(view.resumes.time, view.resumes.zone),
    view.charge && charged(words, view, view.charge),
  ],
  expired: (words, view, tag) => [
    view.end && words.endedAt(view.end.at),
    view.facts.kind === 'recurring' ? turnedOff(words, view, tag) : words.wasOneOff,
    nextCharge(words, view),
  ],
  revoked: (words, view) => [
    words.revoked[view.facts.payment] ?? words.revokedEarly,
    view.end && words.endedAt(view.end.at),
    nextCharge(words, view),
  ],
};

/** What will or will not be charged, when, and until when there is access. */
export function detail(words: CardWords, view: ExpiryView, tag: string): Phrase {
  return sentences(words.gap, details[view.facts.state](words, view, tag));
}
