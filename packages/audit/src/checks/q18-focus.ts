import { daysIn } from '../reading/dates-in.ts';
import type { ConfirmingScreen, Walk } from '../recording/recording.ts';
import { elementOf, headingOf, inFront, type Screen } from '../recording/screen.ts';
import { type Check, judged, notApplicable } from './check.ts';

/** The order in which heading, facts, confirm and keep are met. */
function orderFaults({ screen, confirm, keep }: ConfirmingScreen): string[] {
  const shown = inFront(screen);
  const place = (key: number | undefined) => shown.findIndex((element) => element.key === key);
  const heading = place(shown.find(({ role }) => role === 'heading')?.key);
  const last = place(confirm);
  const facts = shown.findIndex(
    ({ text, role }, at) => at > heading && role !== 'heading' && daysIn(text, screen.language).length > 0,
  );
  const [toConfirm, toKeep] = [screen.focusOrder.indexOf(confirm), screen.focusOrder.indexOf(keep ?? -1)];
  return [
    ...(heading === -1 ? ['the confirming screen has no heading'] : []),
    ...(heading > last ? ['the heading comes after the confirming control'] : []),
    ...(facts > last ? ['the facts come after the confirming control'] : []),
    ...(toConfirm === -1 ? ['the confirming control cannot be reached with the Tab key'] : []),
    ...(toKeep !== -1 && toKeep < toConfirm ? ['keep comes before confirm'] : []),
  ];
}

/** Where the focus goes when a screen takes the place of another; a new page begins at its top by itself. */
function focusFaults(screen: Screen, previous: Screen | undefined): string[] {
  if (previous === undefined || screen.document !== previous.document) return [];
  const focused = elementOf(screen, screen.focused);
  const heading = headingOf(screen);
  const isField = focused?.role === 'textbox';
  const isOnHeading =
    focused !== undefined &&
    (focused.role === 'heading' ||
      isField ||
      focused.key === screen.dialog ||
      (focused.text.startsWith(heading) && heading !== ''));
  return isOnHeading ? [] : [`the focus does not go to ${heading === '' ? 'the new screen' : `"${heading}"`}`];
}

function successFaults({ done, screens }: Walk): string[] {
  const previous = screens.at(-2);
  if (done === null || previous === undefined || done.document !== previous.document) return [];
  // What another part of the page said before may be announced now; what a live region said already is no news.
  const known = previous.elements.filter(({ isLive }) => isLive).map(({ text }) => text);
  const tells = inFront(done).some(({ isLive, text }) => isLive && text !== '' && !known.includes(text));
  return tells ? [] : ['success is not in a live region'];
}

/** Whether keyboard and screen reader are led through (Q18). */
export const q18Focus: Check = {
  id: 'Q18',
  title: 'Order, focus and announcement',
  judge: ({ walk, focusShows }) => {
    const threshold = 'heading, facts, confirm, keep; focus on the new heading and visible; success in a live region';
    const { confirming, done, screens, stuck } = walk;
    if (confirming === null || done === null)
      return notApplicable(threshold, `the end was not reached: ${stuck ?? ''}`);
    const at = screens.indexOf(confirming.screen);
    const faults = [
      ...orderFaults(confirming),
      ...focusFaults(confirming.screen, screens[at - 1]),
      ...focusFaults(done, screens.at(-2)),
      ...successFaults(walk),
      ...(focusShows === false ? ['the focus cannot be seen on the confirming control'] : []),
    ];
    return judged(
      faults,
      `${confirming.screen.focusOrder.length} stops, focus ${focusShows === null ? 'not tried' : 'tried'}`,
      threshold,
    );
  },
};
