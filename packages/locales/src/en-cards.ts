import type { CardTexts } from './card-texts.ts';
import { createCardTexts } from './create-card-texts.ts';
import { cardLabels } from './en/card-labels.ts';
import { expiryWords } from './en/expiry-words.ts';
import { flowWords } from './en/flow-words.ts';
import { help } from './en/help.ts';
import { statuses } from './en/statuses.ts';
import { timelineWords } from './en/timeline-words.ts';

const { daysLeft } = flowWords;
const words = { gap: ' ', daysLeft, ...expiryWords, ...timelineWords };
const given = { ...statuses, ...help, ...cardLabels };

/** The texts of the cards in English with dates as in `en-GB` or `en-US`. */
export function createEnglishCards(tag: 'en-GB' | 'en-US'): CardTexts {
  return createCardTexts(tag, given, words);
}

/** The texts of the cards in English with the day before the month. */
export const enCards: CardTexts = createEnglishCards('en-GB');
