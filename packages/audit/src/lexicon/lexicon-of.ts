import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { ko } from './ko.ts';
import type { Lexicon } from './lexicon.ts';
import { pt } from './pt.ts';
import { zh } from './zh.ts';

/** The languages whose words are known. */
export const lexicons: readonly Lexicon[] = [en, zh, de, fr, ko, pt];

/** The words of a page in that language; null when they are not known. */
export function lexiconOf(language: string): Lexicon | null {
  const primary = language.toLowerCase().split('-')[0];
  return lexicons.find((lexicon) => lexicon.language === primary) ?? null;
}
