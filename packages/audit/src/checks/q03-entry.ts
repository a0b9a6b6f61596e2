import { contrastOf } from '../reading/contrast.ts';
import { elementOf, type Screen, type ScreenElement } from '../recording/screen.ts';
import { type Check, judged } from './check.ts';

const leastContrast = 4.5;

function faultsOf(entry: ScreenElement, { viewport, bodyFontSize }: Screen): string[] {
  const { box, font, color, background, closedIn, isVisible } = entry;
  const contrast = contrastOf(color, background);
  const isInView =
    box.y >= 0 && box.y + box.height <= viewport.height && box.x >= 0 && box.x + box.width <= viewport.width;
  return [
    ...(closedIn === null ? [] : [`the entry is inside a closed ${closedIn}`]),
    ...(isVisible || closedIn !== null ? [] : ['the entry is not visible']),
    ...(isInView || !isVisible ? [] : ['the entry is outside the first view']),
    ...(font.size >= bodyFontSize ? [] : [`its text is ${font.size}px where the page has ${bodyFontSize}px`]),
    ...(contrast >= leastContrast ? [] : [`its contrast is ${contrast.toFixed(1)}:1`]),
  ];
}

/** Whether the entry is found without a search (Q3). */
export const q03Entry: Check = {
  id: 'Q3',
  title: 'The entry is in the first view and legible',
  judge: ({ entries }) => {
    const looks = entries.map(({ screen, entry }) => {
      const element = elementOf(screen, entry);
      const size = `${screen.viewport.width}x${screen.viewport.height}`;
      const faults = element === undefined ? ['there is no entry'] : faultsOf(element, screen);
      const place =
        element === undefined
          ? 'none'
          : `at ${Math.round(element.box.y)}px, ${element.font.size}px text, ` +
            `${contrastOf(element.color, element.background).toFixed(1)}:1`;
      return { faults: faults.map((fault) => `${size}: ${fault}`), measured: `${size} ${place}` };
    });
    const threshold =
      'in view at 360x640 and 1280x800, not inside anything closed, text no smaller than the page, contrast 4.5:1';
    return judged(
      looks.flatMap(({ faults }) => faults),
      looks.map(({ measured }) => measured).join('; '),
      threshold,
    );
  },
};
