import type { Catalog } from './catalog.ts';
import { formatMoment, formatShortDay } from './dates.ts';
import { dated, detail, headline, owesPayment } from './expiry-sentences.ts';
import { dayPart, viewEnd, viewExpiry } from './expiry-view.ts';
import type { ExpiryFacts } from './membership-facts.ts';
import { formatMoney } from './money.ts';
import { plain, sentences } from './phrase.ts';
import type { ComposedTexts, GivenTexts, Words } from './words.ts';

function timeline(tag: string, words: Words, facts: ExpiryFacts, status: string): string {
  const { periodStart, lastDay, isOver, isUpcoming, daysLeft, start } = viewExpiry(tag, facts);
  if (!lastDay) return plain(words.since(start.day));
  const left = isOver || isUpcoming ? status : words.daysLeft(daysLeft ?? 0);
  const { nextLastDay, renewal } = facts;
  const ends = (renewal === 'off' || renewal === 'not_applicable') && words.thenEnds;
  const next = nextLastDay ? words.thenRenews(dayPart(tag, nextLastDay)) : ends;
  return plain(sentences(words.gap, [words.period(periodStart, lastDay, left), !isOver && next]));
}

function cancelTexts(tag: string, words: Words) {
  return {
    'cancel.until.title': ({ membership }) => dated(words.untilTitle, viewEnd(tag, membership)),
    'cancel.until.text': ({ membership }) => {
      const { daysLeft, end } = viewExpiry(tag, membership);
      const left = daysLeft === null || daysLeft < 0 ? null : words.daysLeft(daysLeft);
      return words.keepsWorking(left, end?.zone ?? '', end && !end.closesLastDay ? end.at : null);
    },
    'cancel.from.title': ({ firstDayWithout: day }) => words.fromTitle(day === null ? null : dayPart(tag, day)),
    'cancel.from.text': ({ membership, chargeStopped }) => {
      const { end } = viewEnd(tag, membership);
      const endsAt = end && !end.closesLastDay ? end.full : null;
      return words.notTaken(chargeStopped && formatMoney(tag, chargeStopped), endsAt);
    },
    'cancel.done.title': (planName, end) => dated(words.canceled(planName), viewEnd(tag, end)),
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
    ...dateTexts(tag, given['kind.lifetime']),
    'expiry.headline': (facts) => headline(words, viewExpiry(tag, facts), given[`status.${facts.state}`]),
    'expiry.detail': (facts) => detail(words, viewExpiry(tag, facts), tag),
    'membership.price': price,
    'timeline.summary': (facts) => timeline(tag, words, facts, given[`status.${facts.state}`]),
    'resume.text': (facts) => {
      // Renewal that is off has no next charge yet; it is taken when the period that is paid for ends.
      const { charge, end } = viewExpiry(tag, facts);
      const at = charge ?? (owesPayment(facts) ? null : end);
      return words.willBeCharged(facts.price && price(facts.price, 'recurring'), at && at.at, facts.paymentMethod);
    },
    'resume.done.title': (planName, { nextChargeAt, ...end }) =>
      dated(words.resumed(planName), viewEnd(tag, nextChargeAt === null ? { ...end, lastDay: null } : end)),
  };
}
