import type { CardTexts } from './card-texts.ts';
import { dayPart } from './end-view.ts';
import { detail, headline } from './expiry-sentences.ts';
import { viewExpiry } from './expiry-view.ts';
import type { ExpiryFacts } from './membership-facts.ts';
import { plain, sentences } from './phrase.ts';
import type { CardWords, GivenCardTexts } from './words.ts';

function timeline(tag: string, words: CardWords, facts: ExpiryFacts, status: string): string {
  const { periodStart, lastDay, isOver, isUpcoming, daysLeft, start } = viewExpiry(tag, facts);
  if (!lastDay) return plain(words.since(start.day));
  const left = isOver || isUpcoming ? status : words.daysLeft(daysLeft ?? 0);
  const { nextLastDay, renewal } = facts;
  const ends = (renewal === 'off' || renewal === 'not_applicable') && words.thenEnds;
  const next = nextLastDay ? words.thenRenews(dayPart(tag, nextLastDay)) : ends;
  return plain(sentences(words.gap, [words.period(periodStart, lastDay, left), !isOver && next]));
}

/** The texts of the cards in one language, with dates as in the BCP 47 `tag`. */
export function createCardTexts(tag: string, given: GivenCardTexts, words: CardWords): CardTexts {
  return {
    ...given,
    'expiry.headline': (facts) => headline(words, viewExpiry(tag, facts), given[`status.${facts.state}`]),
    'expiry.detail': (facts) => detail(words, viewExpiry(tag, facts), tag),
    'timeline.summary': (facts) => timeline(tag, words, facts, given[`status.${facts.state}`]),
  };
}
