import type { TimedWalk, Walk } from '../recording/recording.ts';
import { signatureOf } from '../recording/screen.ts';
import { type Check, judged, notApplicable } from './check.ts';

/** The way as one line: the same line, the same way. */
function shapeOf({ presses, screens }: Walk): string {
  return [...presses.map(({ kind, label }) => `${kind} ${label}`), ...screens.slice(1).map(signatureOf)].join(' > ');
}

function faultsOf({ before, walk, charged }: TimedWalk, first: Walk): string[] {
  if (walk.done === null) return [`${before} before: ${walk.stuck ?? 'canceling was not reached'}`];
  const isSame = shapeOf(walk) === shapeOf(first);
  return [
    ...(isSame
      ? []
      : [
          `${before} before it takes ${walk.presses.length} activations on ${walk.screens.length - 2} screens, ` +
            `at first ${first.presses.length} on ${first.screens.length - 2}, or the screens differ`,
        ]),
    ...(charged === true ? [`${before} before: it is charged nevertheless`] : []),
  ];
}

/** Whether the flow is the same however near the charge is (Q17). */
export const q17Timing: Check = {
  id: 'Q17',
  title: 'The same flow close to the charge',
  judge: ({ timed }) => {
    const threshold = 'the same 60 days, 48 h and 5 min before the charge, and nothing is charged after';
    const [first] = timed;
    if (first === undefined || timed.length < 2) {
      return notApplicable(
        threshold,
        'the times before the charge are not known: give timing with url or now in the flow file',
      );
    }
    const faults = timed.flatMap((each) => faultsOf(each, first.walk));
    return judged(
      faults,
      timed.map(({ before, walk }) => `${before}: ${walk.presses.length} activations`).join(', '),
      threshold,
    );
  },
};
