import { keyOfRef, type Visit } from '../browser/visit.ts';
import { findConfirm, findEntry, findNamed, findOnward, newClaims } from '../find-way.ts';
import type { ControlRef } from '../flow/flow-description.ts';
import type { Plan } from './plan.ts';
import type { PressKind } from './recording.ts';
import { elementOf, type Screen, type ScreenElement } from './screen.ts';

/** Whether a window lies over an element, which is seen and cannot be pressed then. */
function isCovered({ isVisible, ancestors }: ScreenElement, { dialog }: Screen): boolean {
  return isVisible && dialog !== null && !ancestors.includes(dialog);
}

/** The control that the flow file names, or the one found by its words. */
async function chosen(
  visit: Visit,
  screen: Screen,
  ref: ControlRef | null,
  find: () => ScreenElement | null,
): Promise<ScreenElement | null> {
  if (ref === null) return find();
  const element = elementOf(screen, await keyOfRef(visit, ref));
  return element === undefined || isCovered(element, screen) ? null : element;
}

/** What opens cancelling. */
export function entryOn(visit: Visit, screen: Screen, { flow, words, labels }: Plan): Promise<ScreenElement | null> {
  return chosen(visit, screen, flow.open, () => findEntry(screen, words, labels.open));
}

/** What keeps the membership. */
export function keepOn(visit: Visit, screen: Screen, { flow, words }: Plan): Promise<ScreenElement | null> {
  return chosen(visit, screen, flow.keep, () => findNamed(screen, words.keep));
}

/** What declines an offer. */
export function declineOn(visit: Visit, screen: Screen, { flow, words }: Plan): Promise<ScreenElement | null> {
  return chosen(visit, screen, flow.decline, () => findNamed(screen, words.decline));
}

/** What turns renewal on again. */
export function resumeOn(visit: Visit, screen: Screen, { flow, words }: Plan): Promise<ScreenElement | null> {
  return chosen(visit, screen, flow.resume, () => findNamed(screen, words.resume));
}

/** What saves or shows the receipt. */
export function receiptOn(visit: Visit, screen: Screen, { flow, words }: Plan): Promise<ScreenElement | null> {
  return chosen(visit, screen, flow.receipt, () => findNamed(screen, words.receipt));
}

/** The control that leads on from a screen, and what it is for; `taken` counts the steps of the file that are done. */
export async function wayOn(
  visit: Visit,
  screen: Screen,
  plan: Plan,
  taken: number,
): Promise<{ kind: PressKind; control: ScreenElement } | null> {
  const { flow, words, labels } = plan;
  const step = flow.steps[taken];
  if (step !== undefined) {
    const control = elementOf(screen, await keyOfRef(visit, step)) ?? null;
    return control === null ? null : { kind: taken === flow.steps.length - 1 ? 'confirm' : 'onward', control };
  }
  const confirm = await chosen(visit, screen, flow.confirm, () => findConfirm(screen, words, labels.confirm));
  if (confirm !== null) return { kind: 'confirm', control: confirm };
  const onward = findOnward(screen, words);
  return onward === null ? null : { kind: 'onward', control: onward };
}

/** Whether a screen says that it is done. `isLast`: nothing leads on from it, so plain text is believed as well. */
export async function saysDone(
  visit: Visit,
  screen: Screen,
  plan: Plan,
  before: readonly Screen[],
  isLast: boolean,
): Promise<boolean> {
  if (plan.flow.done !== null) return elementOf(screen, await keyOfRef(visit, plan.flow.done))?.isVisible ?? false;
  return newClaims(screen, plan.words.done, before).some(({ isSure }) => isSure || isLast);
}
