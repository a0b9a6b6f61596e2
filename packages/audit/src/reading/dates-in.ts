import { lexicons } from '../lexicon/lexicon-of.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

function monthNames(language: string): [string, number][] {
  const named = (month: 'long' | 'short', number: number) =>
    new Intl.DateTimeFormat(language, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' })
      .formatToParts(new Date(Date.UTC(2026, number - 1, 15)))
      .find(({ type }) => type === 'month')?.value ?? '';
  return Array.from({ length: 12 }, (_, at) => at + 1).flatMap((number) =>
    (['long', 'short'] as const).map((length): [string, number] => [
      named(length, number).toLowerCase().replace('.', ''),
      number,
    ]),
  );
}

const months = new Map(
  lexicons
    .filter(({ language }) => !['zh', 'ko'].includes(language))
    .flatMap(({ language }) => monthNames(language))
    .filter(([name]) => /\p{L}{3}/u.test(name)),
);
const name = `(${[...months.keys()].sort((a, b) => b.length - a.length).join('|')})`;

/** Where year, month and day stand in each way of writing a day. */
const patterns: readonly { readonly pattern: RegExp; readonly order: readonly [number, number, number] }[] = [
  { pattern: /\b(\d{4})-(\d{2})-(\d{2})/giu, order: [1, 2, 3] },
  { pattern: /\b(\d{4})(\d{2})(\d{2})(?=T\d{6}|\b)/giu, order: [1, 2, 3] },
  { pattern: /(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/giu, order: [1, 2, 3] },
  { pattern: /\b(\d{4})\/(\d{1,2})\/(\d{1,2})\b/giu, order: [1, 2, 3] },
  {
    pattern: new RegExp(
      `\\b(\\d{1,2})(?:\\.|er|st|nd|rd|th|º)?\\s+(?:de\\s+)?${name}\\.?,?\\s+(?:de\\s+)?(\\d{4})`,
      'giu',
    ),
    order: [3, 2, 1],
  },
  { pattern: new RegExp(`\\b${name}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`, 'giu'), order: [3, 1, 2] },
  { pattern: /\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})/giu, order: [3, 2, 1] },
];

const monthWord = new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'giu');

/** A text with every number and every month's name alike, to compare what stands around them. */
export function withoutNumbers(text: string): string {
  return text.replaceAll(monthWord, '0').replaceAll(/\d+/g, '0');
}

function slashPattern(language: string) {
  // 12/31/2026 in American English; 31/12/2026 elsewhere.
  const order = /^en(-us)?$/i.test(language) ? ([3, 1, 2] as const) : ([3, 2, 1] as const);
  return { pattern: /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/giu, order };
}

function dayOf(parts: readonly (string | undefined)[]): Day | null {
  const [year = '', month = '', day = ''] = parts;
  const number = months.get(month.toLowerCase()) ?? Number(month);
  const isDay = number >= 1 && number <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return isDay ? `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}` : null;
}

/** The days that a text names, each once, in any of the ways in which the known languages write them. */
export function daysIn(text: string, language: string): Day[] {
  const found = [...patterns, slashPattern(language)].flatMap(({ pattern, order }) =>
    [...text.matchAll(pattern)].map((match) => dayOf(order.map((group) => match[group]))),
  );
  return [...new Set(found.filter((day) => day !== null))].sort();
}

function sentencesOf(text: string): string[] {
  return text
    .split(/\n|(?<=[^\d\s][.!?]|\d{4}[.!?])\s+(?=\p{Lu})|(?<=[。！？])/u)
    .map((line) => line.trim())
    .filter(Boolean);
}

/**
 * The days until which a text says there is access: those after words for it in one sentence, or on the line below a
 * label that has no day itself.
 */
export function accessDaysIn(text: string, { receiptSays, language }: Lexicon): Day[] {
  const sentences = sentencesOf(text);
  const found = sentences.flatMap((sentence, at) => {
    if (!receiptSays.accessUntil.test(sentence)) return [];
    const own = daysIn(sentence, language);
    const isLabel = own.length === 0 && sentence.length < 60;
    return isLabel ? daysIn(sentences[at + 1] ?? '', language) : own;
  });
  return [...new Set(found)].sort();
}

/** The day before; an end at midnight belongs to the day before it. */
export function dayBefore(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** The calendar day of an instant in a zone. */
export function dayIn(instant: string, zone: string): Day {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** The last day of access when it ends at an instant: at midnight the day before, else that day. */
export function lastDayIn(instant: string, zone: string): Day {
  return dayIn(new Date(Date.parse(instant) - 1).toISOString(), zone);
}
