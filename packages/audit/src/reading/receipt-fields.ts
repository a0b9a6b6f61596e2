import { anyOf } from '../lexicon/any-of.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { accessDaysIn, daysIn } from './dates-in.ts';

/** What every receipt has to say: in words of the rubric, of which the offset and zone stand for themselves. */
export const receiptFields = [
  'reference',
  'contract',
  'request date and time',
  'offset and zone',
  'access until',
  'no further charge',
  'refund',
  'resume',
  'contact',
] as const;
/** One thing a receipt has to say. */
export type ReceiptFact = (typeof receiptFields)[number];

const time = /\b([01]?\d|2[0-4]):[0-5]\d|\b\d{1,2} ?(uhr|h)\b|\d{1,2}[时시時点]/i;
const offset = /\b(UTC|GMT)\s?([+−–-]\s?\d{1,2}(:?\d{2})?)?|[+−-]\d{2}:\d{2}\b/;
const zone = anyOf(
  /\b[A-Z][a-z]+\/[A-Z][A-Za-z_]+\b|\b[\p{Lu}][\p{L} ]+ (time|zone)\b|\p{L}+(zeit)\b/u,
  /\bheure (de|d’|d')\s?\p{L}+|\p{L}{2,6}(时间|시간)|\bhorário de \p{L}+|\bUTC\b(?![+−–-])/u,
);

function hasMoment(text: string, language: string): boolean {
  return text.split('\n').some((line, at, lines) => {
    const both = `${line} ${lines[at + 1] ?? ''}`;
    return time.test(both) && daysIn(both, language).length > 0;
  });
}

const tests: Readonly<Record<ReceiptFact, (text: string, lexicon: Lexicon) => boolean>> = {
  reference: (text, { receiptSays }) => receiptSays.reference.test(text),
  contract: (text, { receiptSays }) => receiptSays.contract.test(text),
  'request date and time': (text, { language }) => hasMoment(text, language),
  'offset and zone': (text) => offset.test(text) && zone.test(text),
  'access until': (text, lexicon) => accessDaysIn(text, lexicon).length > 0,
  'no further charge': (text, { receiptSays }) => receiptSays.noFurtherCharge.test(text),
  refund: (text, { receiptSays }) => receiptSays.refund.test(text),
  resume: (text, { receiptSays }) => receiptSays.resume.test(text),
  contact: (text, { receiptSays }) => receiptSays.contact.test(text) || /[\w.+-]+@[\w-]+\.\w/.test(text),
};

/** What a receipt does not say; empty when it says everything. */
export function missingFacts(text: string, lexicon: Lexicon): ReceiptFact[] {
  return receiptFields.filter((field) => !tests[field](text, lexicon));
}
