import { goTo, look, press, type Visit } from '../browser/visit.ts';
import { findCodeField, findConfirm, findNamed, findOnward, newClaims } from '../find-way.ts';
import { resumeOn } from './choose.ts';
import { awaitCode, codeNow, enterCode } from './enter-code.ts';
import { lookUntil } from './look-until.ts';
import type { Plan } from './plan.ts';
import type { Undo } from './recording.ts';
import type { Screen, ScreenElement } from './screen.ts';

const mostTurns = 6;

async function nextControl(visit: Visit, screen: Screen, plan: Plan): Promise<ScreenElement | null> {
  const own = await resumeOn(visit, screen, plan);
  const named = own ?? findNamed(screen, plan.words.resume);
  return named ?? findConfirm(screen, plan.words, []) ?? findOnward(screen, plan.words);
}

/** Turns renewal on again: from what is in front, or from the member page when nothing there does. */
export async function undo(visit: Visit, plan: Plan, name: string | null): Promise<Undo> {
  const screens: Screen[] = [];
  const presses: string[] = [];
  let codes = 0;
  const end = (done: Screen | null, stuck: string | null): Undo => ({ screens, presses, codes, done, stuck });
  const picture = () => (name === null ? null : `${name}-${screens.length}`);
  const oldCode = await codeNow(visit, plan.flow.code);
  let screen = await look(visit, picture());
  let control = await resumeOn(visit, screen, plan);
  if (control === null) {
    await goTo(visit, plan.flow.url);
    const { screen: page, found } = await lookUntil(visit, (seen) => resumeOn(visit, seen, plan), picture());
    [screen, control] = [page, found];
  }
  if (control === null) return end(null, 'nothing turns renewal on again: name it in resume of the flow file');
  for (let turns = 0; turns < mostTurns && control !== null; turns += 1) {
    screens.push(screen);
    presses.push(control.name);
    await press(visit, control.key);
    screen = await look(visit, picture());
    const field = findCodeField(screen, plan.words);
    if (field !== null) {
      await enterCode(visit, field.key, await awaitCode(visit, plan.flow.code, oldCode));
      codes += 1;
      screen = await look(visit, picture());
    }
    if (newClaims(screen, plan.words.resumed, screens).some(({ isSure }) => isSure)) return end(screen, null);
    control = await nextControl(visit, screen, plan);
    if (control === null && newClaims(screen, plan.words.resumed, screens).length > 0) return end(screen, null);
  }
  return end(null, `renewal is not on again after ${presses.length} presses`);
}
