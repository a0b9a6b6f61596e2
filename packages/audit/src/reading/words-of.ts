import { en } from '../lexicon/en.ts';
import { lexiconOf } from '../lexicon/lexicon-of.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Recording } from '../recording/recording.ts';

/** The words that a recording was made with. */
export function wordsOf({ language }: Pick<Recording, 'language'>): Lexicon {
  return lexiconOf(language) ?? en;
}
