import { wordsOf } from '../reading/words-of.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { inFront, isControl, type Screen, type ScreenElement } from '../recording/screen.ts';
import { type Check, judged, notApplicable, quoted } from './check.ts';

const least = 24;
const puzzle = /captcha|turnstile|puzzle|i.?m not a robot/i;

/** A link within a sentence may be as high as its line (WCAG 2.5.8). */
function isInSentence({ role, within, text }: ScreenElement, screen: Screen, ancestors: readonly number[]): boolean {
  const around = screen.elements.find(({ key }) => key === ancestors[0]);
  return (
    role === 'link' &&
    ['p', 'li', 'label', 'span', 'dd', 'td', 'status'].includes(within[0] ?? '') &&
    (around?.text.length ?? 0) > text.length + 10
  );
}

function smallTargets(screen: Screen): string[] {
  const controls = inFront(screen).filter(isControl);
  const labels = screen.elements.filter(({ role }) => role === 'label');
  const grown = (element: ScreenElement) =>
    labels.some(
      ({ box, text, key }) => box.height >= least && (text === element.name || element.ancestors.includes(key)),
    );
  return controls
    .filter((element) => element.box.width < least || element.box.height < least)
    .filter((element) => !isInSentence(element, screen, element.ancestors))
    .filter((element) => !(['radio', 'checkbox'].includes(element.role) && grown(element)))
    .map(({ name, box }) => `${quoted(name)} is ${Math.round(box.width)}x${Math.round(box.height)}`);
}

function codeFields(screen: Screen, { code }: Lexicon): ScreenElement[] {
  return inFront(screen).filter(
    ({ role, name, autocomplete }) => role === 'textbox' && (autocomplete === 'one-time-code' || code.test(name)),
  );
}

function fieldFaults(screen: Screen, words: Lexicon): string[] {
  const codes = codeFields(screen, words);
  const empty = inFront(screen).filter(
    (field) => field.role === 'textbox' && field.isRequired && !field.isFilled && !codes.includes(field),
  );
  const puzzles = screen.elements.filter(
    ({ tag, name, text, isVisible }) =>
      isVisible && (puzzle.test(name) || (tag !== 'body' && text.length < 200 && puzzle.test(text))),
  );
  return [
    ...codes
      .filter(({ autocomplete }) => autocomplete !== 'one-time-code')
      .map(({ name }) => `${quoted(name)} is not a one-time-code field`),
    ...empty.map(({ name }) => `${quoted(name)} is asked of a member who is logged in, and not filled in`),
    ...puzzles.map(({ name, text }) => `a puzzle: ${quoted(name || text)}`),
  ];
}

/** Whether controls are easy to hit and fields easy to fill (Q19). */
export const q19Targets: Check = {
  id: 'Q19',
  title: 'Targets and fields',
  judge: (recording) => {
    const { walk } = recording;
    const threshold = '24x24 px at least; codes can be pasted and filled in; known data is there; no puzzle';
    if (walk.screens.length < 2)
      return notApplicable(threshold, `no screen of the flow was reached: ${walk.stuck ?? ''}`);
    const words = wordsOf(recording);
    const screens = walk.screens.slice(1);
    const faults = [
      ...screens.flatMap(smallTargets),
      ...screens.filter((screen) => screen !== walk.done).flatMap((screen) => fieldFaults(screen, words)),
      ...(walk.pasteWorked === false ? ['the code cannot be pasted'] : []),
    ];
    const controls = screens.flatMap((screen) => inFront(screen).filter(isControl));
    const smallest = Math.min(...controls.map(({ box }) => Math.min(box.width, box.height)));
    return judged(faults, `${controls.length} targets, smallest side ${Math.round(smallest)}px`, threshold);
  },
};
