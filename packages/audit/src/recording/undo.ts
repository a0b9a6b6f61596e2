import { goTo, look, press, type Visit } from '../browser/visit.ts';
import { findCodeField, findConfirm, findNamed, findOnward, newClaims } from '../find-way.ts';
import { resumeOn } from './choose.ts';
import { awaitCode, codeNow, enterCode } from './enter-code.ts';
import { lookUntil } from './look-until.ts';
import type { Plan } from './plan.ts';
import type { Undo } from './recording.ts';
import { type Screen, type ScreenElement, signatureOf } from './screen.ts';

const mostTurns = 6;

async function nextControl(visit: Visit, screen: Screen, plan: Plan): Promise<ScreenElement | null> {
  const own = await resumeOn(visit, screen, plan);
  const named = own ?? findNamed(screen, plan.words.resume);
  return named ?? findConfirm(screen, plan.words, []) ?? findOnward(screen, plan.words);
}

type Next = { readonly do: 'enter' | 'press'; readonly control: ScreenElement } | { readonly do: 'end' };

/** What comes next on a screen; null while it is still busy with the last press. */
async function nextOn(visit: Visit, plan: Plan, screen: Screen, before: readonly Screen[]): Promise<Next | null> {
  if (newClaims(screen, plan.words.resumed, before).some(({ isSure }) => isSure)) return { do: 'end' };
  const field = findCodeField(screen, plan.words);
  if (field !== null) return { do: 'enter', control: field };
  const control = await nextControl(visit, screen, plan);
  const last = before.at(-1);
  const isStill = last !== undefined && last.document === screen.document && signatureOf(last) === signatureOf(screen);
  return control === null || control.isDisabled || isStill ? null : { do: 'press', control };
}

/** The member page where nothing in front turns renewal on again. */
async function beginning(visit: Visit, plan: Plan, picture: string | null) {
  const screen = await look(visit, picture);
  const control = await resumeOn(visit, screen, plan);
  if (control !== null) return { screen, found: control };
  await goTo(visit, plan.flow.url);
  return lookUntil(visit, (seen) => resumeOn(visit, seen, plan), picture);
}

/** Turns renewal on again: from what is in front, or from the member page when nothing there does. */
export async function undo(visit: Visit, plan: Plan, name: string | null): Promise<Undo> {
  const screens: Screen[] = [];
  const presses: string[] = [];
  let codes = 0;
  const end = (done: Screen | null, stuck: string | null): Undo => ({ screens, presses, codes, done, stuck });
  const picture = () => (name === null ? null : `${name}-${screens.length}`);
  const oldCode = await codeNow(visit, plan.flow.code);
  const { screen: first, found } = await beginning(visit, plan, picture());
  if (found === null) return end(null, 'nothing turns renewal on again: name it in resume of the flow file');
  let screen = first;
  let next: Next | null = { do: 'press', control: found };
  for (let turns = 0; turns < mostTurns && next !== null && next.do !== 'end'; turns += 1) {
    if (next.do === 'enter') {
      await enterCode(visit, next.control.key, await awaitCode(visit, plan.flow.code, oldCode));
      codes += 1;
    } else {
      screens.push(screen);
      presses.push(next.control.name);
      await press(visit, next.control.key);
    }
    ({ screen, found: next } = await lookUntil(visit, (seen) => nextOn(visit, plan, seen, screens), picture()));
  }
  const isDone = next?.do === 'end' || (next === null && newClaims(screen, plan.words.resumed, screens).length > 0);
  return isDone ? end(screen, null) : end(null, `renewal is not on again after ${presses.length} presses`);
}
