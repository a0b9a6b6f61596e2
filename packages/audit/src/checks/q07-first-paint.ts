import { firstRender, lagOf } from '../reading/first-render.ts';
import { elementOf } from '../recording/screen.ts';
import { type Check, judged, notApplicable, quoted } from './check.ts';

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
