import type { Catalog } from './catalog.ts';
import { createCatalog } from './create-catalog.ts';
import { codeTexts } from './en/code.ts';
import { failures, refusals } from './en/failures.ts';
import { flowWords } from './en/flow-words.ts';
import { insteadWords } from './en/instead-words.ts';
import { labels } from './en/labels.ts';
import { priceWords } from './en/price-words.ts';

const words = { noEnd: 'No end date', price: priceWords, ...flowWords, ...insteadWords };
const given = { ...failures, ...refusals, ...labels, ...codeTexts };

/** English with dates as in `en-GB` (31 December 2026) or `en-US` (December 31, 2026). */
export function createEnglish(tag: 'en-GB' | 'en-US'): Catalog {
  return createCatalog(tag, given, words);
}

/** English with the day before the month. */
export const en: Catalog = createEnglish('en-GB');
