import type { Lexicon } from '../lexicon/lexicon.ts';
import { inFront, type Screen, type ScreenElement } from '../recording/screen.ts';

/** The questions for a reason on a screen. A group of choices counts once, a field of the declaration not at all. */
export function questionsOn(screen: Screen, { reason, declaration, code }: Lexicon): ScreenElement[] {
  const shown = inFront(screen);
  const groups = shown.filter(
    ({ role, tag, name, text }) =>
      (tag === 'fieldset' || role === 'group' || role === 'radiogroup') && reason.test(name || text),
  );
  const fields = shown.filter(
    ({ role, name, ancestors }) =>
      ['combobox', 'textbox', 'radio'].includes(role) &&
      reason.test(name) &&
      !declaration.test(name) &&
      !code.test(name) &&
      !groups.some(({ key }) => ancestors.includes(key)),
  );
  return [...groups, ...fields];
}
