import { wordsOf } from '../reading/words-of.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { elementOf, inFront, isPressable, type Screen, type ScreenElement } from '../recording/screen.ts';
import { type Check, judged, notApplicable, quoted } from './check.ts';

function isStaying({ name }: ScreenElement, { keep, accept, resume }: Lexicon): boolean {
  return keep.test(name) || accept.test(name) || resume.test(name);
}

/** The buttons that Enter in a text field presses: the first submit button of each form with such a field. */
function enterTargets(screen: Screen): ScreenElement[] {
  const shown = inFront(screen);
  const forms = new Set(shown.filter(({ role }) => role === 'textbox').map(({ form }) => form));
  return [...forms].flatMap((form) =>
    form === null
      ? []
      : shown
          .filter((element) => element.form === form && element.role === 'button' && element.inputType === 'submit')
          .slice(0, 1),
  );
}

function faultsOf(screen: Screen, words: Lexicon): string[] {
  const checked = inFront(screen).filter(
    ({ role, isChecked }) => isChecked && ['radio', 'checkbox', 'switch'].includes(role),
  );
  const focused = elementOf(screen, screen.focused);
  const isFocusStaying = focused !== undefined && isPressable(focused) && isStaying(focused, words);
  return [
    ...checked.map(({ name }) => `${quoted(name)} is chosen already`),
    ...(isFocusStaying ? [`the focus is on ${quoted(focused.name)}`] : []),
    ...enterTargets(screen)
      .filter((button) => isStaying(button, words))
      .map(({ name }) => `Enter presses ${quoted(name)}`),
  ];
}

/** Whether anything is chosen for the member (Q9). */
export const q09Preselection: Check = {
  id: 'Q9',
  title: 'Nothing is chosen beforehand',
  judge: (recording) => {
    const { walk, undo } = recording;
    const threshold = 'no checked choice, no focus or Enter on keep or accept';
    const screens = [...walk.screens.slice(1), ...(undo?.screens ?? [])];
    if (screens.length === 0) return notApplicable(threshold, `no screen of the flow was reached: ${walk.stuck ?? ''}`);
    const faults = screens.flatMap((screen) => faultsOf(screen, wordsOf(recording)));
    return judged(faults, `${new Set(faults).size} on ${screens.length} screens`, threshold);
  },
};
