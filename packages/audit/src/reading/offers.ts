import type { Lexicon } from '../lexicon/lexicon.ts';
import { inFront, isPressable, type Screen, type ScreenElement } from '../recording/screen.ts';

/** The parts of offers for staying: controls that accept one, or else the text of one. Empty when there is none. */
export function offersOn(screen: Screen, { offer, accept, decline, keep }: Lexicon): ScreenElement[] {
  const shown = inFront(screen);
  const accepting = shown.filter(
    (element) =>
      isPressable(element) &&
      !decline.test(element.name) &&
      !keep.test(element.name) &&
      (accept.test(element.name) || offer.test(element.name)),
  );
  const spoken = shown.filter((element) => offer.test(element.text) && !isPressable(element));
  const innermost = spoken.filter(({ key }) => !spoken.some(({ ancestors }) => ancestors.includes(key)));
  return accepting.length > 0 ? accepting : innermost.slice(0, 1);
}
