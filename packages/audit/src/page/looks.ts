// Runs in the page: these functions are sent there as text and may use nothing but each other and the page.
import { flatParent, once } from './flat-tree.ts';

/** Red, green, blue and opacity of a color that the browser computed. */
export function colorParts(color: string): [number, number, number, number] {
  const plain = /^rgba?\(([\d., ]+)\)$/.exec(color)?.[1]?.split(',').map(Number);
  if (plain) return [plain[0] ?? 0, plain[1] ?? 0, plain[2] ?? 0, plain[3] ?? 1];
  // Other ways to write a color, such as oklch(), are left to the browser: it paints one and tells what came out.
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  if (brush === null) return [0, 0, 0, 1];
  brush.fillStyle = color;
  brush.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = brush.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

/** One color laid over another that hides everything behind it. */
export function laidOver(top: readonly number[], below: readonly number[]): [number, number, number] {
  const alpha = top[3] ?? 1;
  const mix = (index: number) => Math.round((top[index] ?? 0) * alpha + (below[index] ?? 255) * (1 - alpha));
  return [mix(0), mix(1), mix(2)];
}

/** The color behind the text of an element. A picture behind it is not looked at. */
export function backgroundOf(element: Element | null): [number, number, number] {
  if (element === null) return [255, 255, 255];
  return once('backgroundOf', element, () => {
    const color = colorParts(getComputedStyle(element).backgroundColor);
    return color[3] >= 1 ? laidOver(color, color) : laidOver(color, backgroundOf(flatParent(element)));
  });
}

/** Whether an element or what it stands in stays in place while the page scrolls. */
export function isPinned(element: Element | null): boolean {
  if (element === null) return false;
  return once(
    'isPinned',
    element,
    () =>
      /fixed|sticky/.test(getComputedStyle(element).position) ||
      element.matches(':modal') ||
      isPinned(flatParent(element)),
  );
}

/** What has to be opened before an element is seen. */
export function closedInside(element: Element): 'details' | 'menu' | null {
  for (let at = flatParent(element); at !== null; at = flatParent(at)) {
    if (at instanceof HTMLDetailsElement && !at.open && element.tagName !== 'SUMMARY') return 'details';
    const isMenu = at.matches('[role=menu], [popover], menu, nav, dialog') && !at.checkVisibility();
    if (isMenu) return 'menu';
  }
  return null;
}

/** Animations without an end that change how visible something is, and pages that are told to go on. */
export function restlessThings(): string[] {
  const blinking = document.getAnimations().flatMap((animation) => {
    const effect = animation.effect;
    if (!(effect instanceof KeyframeEffect) || effect.getTiming().iterations !== Infinity) return [];
    const changes = effect.getKeyframes().flatMap((frame) => Object.keys(frame));
    const blinks = changes.some((name) => ['opacity', 'visibility', 'color', 'backgroundColor'].includes(name));
    const isBusy = effect.target?.closest('[aria-busy=true], [role=progressbar]');
    return blinks && !isBusy ? [`blinking: ${effect.target?.textContent?.trim().slice(0, 60) ?? ''}`] : [];
  });
  const goesOn = document.querySelector('meta[http-equiv="refresh" i]');
  return goesOn === null ? blinking : [...blinking, `goes on by itself: ${goesOn.getAttribute('content') ?? ''}`];
}

/** How an element looks at this moment as far as a mark of the focus could change it. */
export function looksNow(element: Element): string {
  const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, color } =
    getComputedStyle(element);
  const outline = outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
  return [outline, boxShadow, borderColor, backgroundColor, color].join(';');
}
