import { elementOf, type ScreenElement } from '../recording/screen.ts';
import { type Check, judged, notApplicable, quoted } from './check.ts';

function faultsOf(
  which: string,
  { name, text, inputType, extras }: ScreenElement,
  accepted: readonly string[],
): string[] {
  const seen = text === '' && ['submit', 'button'].includes(inputType) ? name : text;
  return [
    ...(accepted.length === 0 || accepted.includes(seen) ? [] : [`the ${which} control shows ${quoted(seen)}`]),
    ...(name === seen ? [] : [`the ${which} control is read out as ${quoted(name)} but shows ${quoted(seen)}`]),
    ...extras.map((extra) => `the ${which} control also holds ${extra}`),
  ];
}

/** Whether the two labels are what the place fixes, and nothing else (Q5). */
export const q05Labels: Check = {
  id: 'Q5',
  title: 'Labels of the two controls',
  judge: ({ walk }, { labels: { open, confirm } }) => {
    const list = (labels: readonly string[]) => labels.slice(0, 4).map(quoted).join(' or ') || 'any words';
    const threshold = `${list(open)}, then ${list(confirm)}, shown and read out alike, with nothing else in it`;
    const [page] = walk.screens;
    const pressed = walk.presses.find(({ kind }) => kind === 'open');
    const entry = page?.elements.find(({ role, name }) => ['button', 'link'].includes(role) && name === pressed?.label);
    const last = walk.confirming === null ? undefined : elementOf(walk.confirming.screen, walk.confirming.confirm);
    if (entry === undefined || last === undefined) {
      return notApplicable(threshold, `a control was not found: ${walk.stuck ?? 'name it in the flow file'}`);
    }
    const faults = [...faultsOf('opening', entry, open), ...faultsOf('confirming', last, confirm)];
    return judged(faults, `${quoted(entry.name)}, then ${quoted(last.name)}`, threshold);
  },
};
