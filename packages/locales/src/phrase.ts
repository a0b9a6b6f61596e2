/** A date inside a sentence. Show it unbroken, in `<time datetime={iso}>`. */
export interface DatePart {
  /** The words: `31 December 2026`. */
  readonly date: string;
  /** The same for machines: a day (`2026-12-31`) or an instant (`2026-12-31T16:00:00Z`). */
  readonly iso: string;
}

/** A text that contains dates: plain strings and dates in reading order. */
export type Phrase = readonly (string | DatePart)[];

/** What may stand in a phrase; null leaves no trace. */
export type PhraseValue = string | number | null | DatePart | Phrase;

/** The text of a phrase, for a label or a message. */
export function plain(phrase: Phrase): string {
  return phrase.map((part) => (typeof part === 'string' ? part : part.date)).join('');
}

function parts(value: PhraseValue): Phrase {
  if (value === null || value === '') return [];
  if (typeof value === 'string' || typeof value === 'number') return [`${value}`];
  return 'date' in value ? [value] : value;
}

/** Tags a template and keeps the dates in it as parts. */
export function phrase(texts: TemplateStringsArray, ...values: readonly PhraseValue[]): Phrase {
  return texts.flatMap((text, index) => [...parts(text), ...parts(values[index] ?? null)]);
}

/** Sentences one after the other; those that are null are left out. */
export function sentences(separator: string, list: readonly (PhraseValue | false)[]): Phrase {
  const said = list.map((sentence) => parts(sentence || null)).filter(({ length }) => length);
  return said.flatMap((sentence, index) => (index ? [...parts(separator), ...sentence] : sentence));
}
