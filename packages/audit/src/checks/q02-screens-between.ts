import type { Walk } from '../recording/recording.ts';
import { headingOf, signatureOf } from '../recording/screen.ts';
import { type Check, judged, notApplicable, quoted } from './check.ts';

/** Headings of the distinct screens after the member page and before the end, without the one that confirms. */
export function screensBetween({ screens, confirming, done }: Walk): string[] {
  const passed = screens.slice(1).filter((screen) => screen !== done);
  const seen = new Map(passed.map((screen) => [signatureOf(screen), headingOf(screen)]));
  if (confirming !== null) seen.delete(signatureOf(confirming.screen));
  return [...seen.values()];
}

/** How many screens stand in the way (Q2). */
export const q02ScreensBetween: Check = {
  id: 'Q2',
  title: 'Screens between opening and confirming',
  judge: ({ walk }, { screensBetween: limit }) => {
    const threshold = `at most ${limit}`;
    if (walk.done === null) return notApplicable(threshold, `canceling was not reached: ${walk.stuck ?? ''}`);
    const between = screensBetween(walk);
    const faults = between.length > limit ? [`${between.map(quoted).join(', ')} stand between; ${limit} may`] : [];
    return judged(faults, `${between.length} screens`, threshold);
  },
};
