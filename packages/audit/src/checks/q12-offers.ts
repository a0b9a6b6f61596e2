import { offersOn } from '../reading/offers.ts';
import { wordsOf } from '../reading/words-of.ts';
import type { ConfirmingScreen } from '../recording/recording.ts';
import { elementOf, type Screen, type ScreenElement } from '../recording/screen.ts';
import { type Check, judged, notApplicable } from './check.ts';

function share({ box, isFixed }: ScreenElement, { scrolled, viewport }: Screen, at: number): number {
  const top = box.y - (isFixed ? scrolled : at);
  const seen = Math.min(top + box.height, viewport.height) - Math.max(top, 0);
  return Math.max(0, seen) / box.height;
}

/** Whether the confirming control is fully in view wherever the page is scrolled so that an offer is in view. */
export function staysInView(screen: Screen, control: ScreenElement, offers: readonly ScreenElement[]): boolean {
  const end = Math.max(0, screen.pageHeight - screen.viewport.height);
  const positions = [...Array.from({ length: Math.ceil(end / 20) }, (_, step) => step * 20), end];
  return positions.every(
    (at) => offers.every((offer) => share(offer, screen, at) === 0) || share(control, screen, at) > 0.999,
  );
}

function leavesSight({ screen, confirm }: ConfirmingScreen, offers: readonly ScreenElement[]): boolean {
  const control = elementOf(screen, confirm);
  return offers.length > 0 && control !== undefined && !staysInView(screen, control, offers);
}

/** Whether offers keep to their place (Q12). */
export const q12Offers: Check = {
  id: 'Q12',
  title: 'Offers before it takes effect',
  judge: (recording, { offer: placement, profile }) => {
    const { walk } = recording;
    const limit = placement === 'with_confirm' ? 1 : 0;
    const threshold = `at most ${limit} before, with the confirming control in view; at most 1 after`;
    if (walk.screens.length < 2)
      return notApplicable(threshold, `no screen of the flow was reached: ${walk.stuck ?? ''}`);
    const words = wordsOf(recording);
    const passed = walk.screens.slice(1).filter((screen) => screen !== walk.done);
    const labels = new Set(passed.flatMap((screen) => offersOn(screen, words)).map(({ name, text }) => name || text));
    const after = walk.done === null ? [] : offersOn(walk.done, words);
    const beside = walk.confirming === null ? [] : offersOn(walk.confirming.screen, words);
    const isLost = walk.confirming !== null && leavesSight(walk.confirming, beside);
    const elsewhere = passed.filter(
      (screen) => screen !== walk.confirming?.screen && offersOn(screen, words).length > 0,
    );
    const faults = [
      ...(labels.size > limit
        ? [`${labels.size} before it takes effect, ${profile} allows ${limit}: ${[...labels].join(', ')}`]
        : []),
      ...(isLost ? ['the confirming control leaves the view while the offer is in it'] : []),
      ...(limit > 0 && elsewhere.length > 0 ? ['an offer stands on a screen without the confirming control'] : []),
      ...(after.length > 1 ? [`${after.length} offers after it took effect`] : []),
    ];
    return judged(faults, `${labels.size} before, ${after.length} after`, threshold);
  },
};
