import type { ConfirmingScreen } from '../recording/recording.ts';
import { elementOf, headingOf } from '../recording/screen.ts';

/** A screen is drawn in pieces of a few frames; what comes later was held back. Milliseconds. */
export const firstRender = 250;

/** A screen that says what is coming may wait so long for its facts; no longer, or waiting itself would be the trick. */
const longestAnswer = 1_000;

/**
 * Milliseconds from the first sight of the screen, and of the answer it waited for, to that of its confirming control;
 * null when neither was seen.
 */
export function lagOf({ screen, confirm, frames }: ConfirmingScreen): number | null {
  const heading = headingOf(screen);
  const label = elementOf(screen, confirm)?.name ?? '';
  const began = frames.find(({ headings, controls }) =>
    heading === '' ? controls.length > 0 : headings.includes(heading),
  );
  const drawn = frames.find(({ at, controls }) => began !== undefined && at >= began.at && controls.includes(label));
  if (began === undefined || drawn === undefined) return null;
  const answered = Math.min(drawn.answeredAt, began.at + longestAnswer);
  return drawn.at - Math.max(began.at, answered);
}
