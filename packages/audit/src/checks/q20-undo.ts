import { daysIn } from '../reading/dates-in.ts';
import { wordsOf } from '../reading/words-of.ts';
import { anyOf } from '../lexicon/any-of.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Undo } from '../recording/recording.ts';
import { elementOf, inFront, type Screen } from '../recording/screen.ts';
import { type Check, judged, notApplicable } from './check.ts';

const price = anyOf(
  /[€$£¥₩₹]\s?\d|\d[\d.,]*\s?(€|元|원|円|USD|EUR|GBP|CNY|R\$|KRW|INR)/,
  /\b(USD|EUR|GBP|CNY|US\$|R\$|CN¥)\s?\d/,
);

function preselected(screen: Screen, { resume }: Lexicon): string[] {
  const focused = elementOf(screen, screen.focused);
  const isFocused = focused !== undefined && focused.role === 'button' && resume.test(focused.name);
  const checked = inFront(screen).some(({ isChecked, name }) => isChecked && resume.test(name));
  return isFocused || checked ? ['turning renewal on again is chosen already'] : [];
}

function faultsOf({ screens, presses, done, stuck }: Undo, words: Lexicon): string[] {
  const last = screens.at(-1);
  if (done === null || last === undefined) return [stuck ?? 'renewal could not be turned on again'];
  // One press may lead to where price and date stand; from there it is one more.
  const first = screens.findIndex(({ text, language }) => price.test(text) && daysIn(text, language).length > 0);
  return [
    ...(price.test(last.text) ? [] : ['the price is not shown before it is turned on again']),
    ...(daysIn(last.text, last.language).length > 0 ? [] : ['the date is not shown before it is turned on again']),
    ...(presses.length > 2 || (first !== -1 && presses.length - first > 2)
      ? [`it takes ${presses.length} presses`]
      : []),
    ...screens.flatMap((screen) => preselected(screen, words)),
  ];
}

/** Whether leaving can be taken back (Q20). */
export const q20Undo: Check = {
  id: 'Q20',
  title: 'It can be undone',
  judge: (recording) => {
    const { undo, walk } = recording;
    const threshold = 'one action, after price and date, turns renewal on again; never chosen beforehand';
    if (undo === null) return notApplicable(threshold, `canceling was not reached: ${walk.stuck ?? ''}`);
    const measured = undo.presses.map((label) => `"${label}"`).join(', ') || 'no control found';
    return judged(faultsOf(undo, wordsOf(recording)), measured, threshold);
  },
};
