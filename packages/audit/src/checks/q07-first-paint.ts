import type { ConfirmingScreen } from '../recording/recording.ts';
import { elementOf, headingOf } from '../recording/screen.ts';
import { type Check, judged, notApplicable, quoted } from './check.ts';

/** A screen is drawn in pieces of a few frames; what comes later was held back. Milliseconds. */
const firstRender = 250;

/** Milliseconds from the first sight of the screen to that of its confirming control; null when neither was seen. */
function lagOf({ screen, confirm, frames }: ConfirmingScreen): number | null {
  const heading = headingOf(screen);
  const label = elementOf(screen, confirm)?.name ?? '';
  const began = frames.find(({ headings, controls }) =>
    heading === '' ? controls.length > 0 : headings.includes(heading),
  );
  const drawn = frames.find(({ at, controls }) => began !== undefined && at >= began.at && controls.includes(label));
  return began === undefined || drawn === undefined ? null : drawn.at - began.at;
}

/** Whether the confirming control is there from the start (Q7). */
export const q07FirstPaint: Check = {
  id: 'Q7',
  title: 'The confirming control is there at once',
  judge: ({ walk: { confirming, stuck } }) => {
    const threshold = `drawn within ${firstRender} ms of its screen, and enabled or saying what is missing`;
    if (confirming === null) return notApplicable(threshold, `the confirming control was not found: ${stuck ?? ''}`);
    const lag = lagOf(confirming);
    const control = elementOf(confirming.screen, confirming.confirm);
    if (control === undefined || lag === null)
      return notApplicable(threshold, 'the frames of the screen were not seen');
    const faults = [
      ...(lag > firstRender ? [`${quoted(control.name)} appears ${Math.round(lag)} ms after its screen`] : []),
      ...(control.isDisabled && control.description === '' ? ['it is disabled and does not say what is missing'] : []),
    ];
    return judged(faults, `after ${Math.round(lag)} ms`, threshold);
  },
};
