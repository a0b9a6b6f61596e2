import type { Catalog } from './catalog.ts';
import { dated } from './dated.ts';
import { dayIn, daysBetween, formatMoment, formatShortDay } from './dates.ts';
import { dayPart, viewClosing, viewEnd, viewMoment } from './end-view.ts';
import { formatMoney } from './money.ts';
import { owesPayment } from './owes-payment.ts';
import type { ComposedTexts, GivenTexts, Words } from './words.ts';

function cancelTexts(tag: string, words: Words) {
  return {
    'cancel.until.title': ({ membership }) => dated(words.untilTitle, viewEnd(tag, membership)),
    'cancel.until.text': ({ membership }) => {
      const { end } = viewEnd(tag, membership);
      const { asOf, timeZone, lastDay } = membership;
      const days = lastDay === null ? -1 : daysBetween(dayIn(asOf, timeZone), lastDay);
      const left = days < 0 ? null : words.daysLeft(days);
      return words.keepsWorking(left, end?.zone ?? '', end && !end.closesLastDay ? end.at : null);
    },
    'cancel.from.title': ({ firstDayWithout: day }) => words.fromTitle(day === null ? null : dayPart(tag, day)),
    'cancel.from.text': ({ membership, chargeStopped }) => {
      const { end } = viewEnd(tag, membership);
      const endsAt = end && !end.closesLastDay ? end.full : null;
      return words.notTaken(chargeStopped && formatMoney(tag, chargeStopped), endsAt);
    },
    'cancel.done.title': (planName, end) => 
      dated(words.canceled(planName, end.kind ?? 'recurring'), viewEnd(tag, end)),
  } satisfies Partial<ComposedTexts>;
}

function resumeTexts(tag: string, words: Words, rate: Catalog['membership.price']) {
  return {
    'resume.text': (facts) => {
      const { price, nextChargeAt, accessEndsAt, paymentMethod } = facts;
      // Renewal that is off has no next charge yet; it is taken when the period that is paid for ends.
      const at = viewClosing(tag, nextChargeAt ?? (owesPayment(facts) ? null : accessEndsAt), facts);
      return words.willBeCharged(price && rate(price, 'recurring'), at && at.at, paymentMethod);
    },
    'resume.done.title': (planName, { nextChargeAt, ...end }) =>
      dated(words.resumed(planName), viewEnd(tag, nextChargeAt === null ? { ...end, lastDay: null } : end)),
  } satisfies Partial<ComposedTexts>;
}

function dateTexts(tag: string, noEnd: string) {
  return {
    'date.day': (day) => dayPart(tag, day),
    'date.short': (day, reference) => ({ date: formatShortDay(tag, day, reference), iso: day }),
    'date.moment': (instant, timeZone) => ({ date: formatMoment(tag, instant, timeZone), iso: instant }),
    'date.end': (end) => viewEnd(tag, end).end?.at ?? [noEnd],
  } satisfies Partial<ComposedTexts>;
}

/** A catalog of the texts and words of one language, with dates as in the BCP 47 `tag`. */
export function createCatalog(tag: string, given: GivenTexts, words: Words): Catalog {
  const price: Catalog['membership.price'] = (money, kind) => {
    const amount = formatMoney(tag, money);
    return money.interval ? words.price[kind](amount, money.interval) : amount;
  };
  return {
    'language.tag': tag,
    ...given,
    ...cancelTexts(tag, words),
    ...resumeTexts(tag, words, price),
    ...dateTexts(tag, words.noEnd),
    'instead.title': (code, facts) => dated(words.insteadTitle[code], viewEnd(tag, facts)),
    'instead.text': (code, facts) => {
      const { end } = viewEnd(tag, facts);
      return words.insteadText[code]?.(end && end.at, owesPayment(facts)) ?? null;
    },
    'pending.text': ({ pendingCommand, ...facts }) => {
      const { command = 'cancelRenewal', since = null } = pendingCommand ?? {};
      return [...words.asked[command](since === null ? null : viewMoment(tag, since, facts).at), words.waiting];
    },
    'withdraw.until': ({ withdrawBy, ...facts }) => {
      if (withdrawBy === null) return [];
      // The end of a day is said as 24:00 of that day, whichever it is.
      const lastDay = dayIn(new Date(Date.parse(withdrawBy) - 1).toISOString(), facts.timeZone);
      const until = viewClosing(tag, withdrawBy, { ...facts, lastDay });
      return until ? words.withdrawBy(until.at) : [];
    },
    'membership.price': price,
  };
}
