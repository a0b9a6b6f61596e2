import { contrastOf } from '../reading/contrast.ts';
import { elementOf, type ScreenElement } from '../recording/screen.ts';
import { type Check, judged, notApplicable, quoted } from './check.ts';

const contrast = ({ color, background }: ScreenElement) => contrastOf(color, background);

/** How far apart two controls are, in CSS pixels, 0 when they touch. */
function gapOf({ box: a }: ScreenElement, { box: b }: ScreenElement): number {
  const across = Math.max(0, Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width));
  const down = Math.max(0, Math.max(a.y, b.y) - Math.min(a.y + a.height, b.y + b.height));
  return Math.max(across, down);
}

/** Two controls belong together when one of the three things around each is the same, and nothing much lies between. */
function isOneGroup(leave: ScreenElement, keep: ScreenElement): boolean {
  const shared = leave.ancestors.slice(0, 3).some((key) => keep.ancestors.slice(0, 3).includes(key));
  return shared && gapOf(leave, keep) <= 48;
}

function faultsOf(leave: ScreenElement, keep: ScreenElement): string[] {
  const [width, height] = [leave.box.width / keep.box.width, leave.box.height / keep.box.height];
  const isLike = (ratio: number) => ratio >= 0.8 && ratio <= 1.25;
  const difference = Math.abs(contrast(leave) - contrast(keep));
  return [
    ...(isLike(width * height) && isLike(height) ? [] : [`the sizes differ: ${sizeOf(leave)} and ${sizeOf(keep)}`]),
    ...(leave.tag === keep.tag && leave.role === keep.role ? [] : [`one is a ${leave.role}, the other a ${keep.role}`]),
    ...(leave.font.size === keep.font.size ? [] : [`the text is ${leave.font.size}px and ${keep.font.size}px`]),
    ...(leave.font.weight === keep.font.weight ? [] : [`the weight is ${leave.font.weight} and ${keep.font.weight}`]),
    ...(difference <= 1 ? [] : [`the contrast differs by ${difference.toFixed(1)}`]),
    ...(isOneGroup(leave, keep) ? [] : ['they do not stand together']),
  ];
}

function sizeOf({ box }: ScreenElement): string {
  return `${Math.round(box.width)}x${Math.round(box.height)}`;
}

/** Whether leaving and keeping look alike (Q8). */
export const q08Parity: Check = {
  id: 'Q8',
  title: 'Leave and keep look alike',
  judge: ({ walk: { confirming, stuck } }) => {
    const threshold =
      'size ratio 0.8 to 1.25, one element type, equal font size and weight, contrast within 1.0, side by side';
    if (confirming === null) return notApplicable(threshold, `the confirming screen was not reached: ${stuck ?? ''}`);
    const leave = elementOf(confirming.screen, confirming.confirm);
    const keep = elementOf(confirming.screen, confirming.keep);
    if (leave === undefined || keep === undefined)
      return notApplicable(threshold, 'there is no control to keep it beside the other');
    const measured =
      `${quoted(leave.name)} ${sizeOf(leave)}, ${quoted(keep.name)} ${sizeOf(keep)}, ` +
      `contrast ${contrast(leave).toFixed(1)} and ${contrast(keep).toFixed(1)}`;
    return judged(faultsOf(leave, keep), measured, threshold);
  },
};
