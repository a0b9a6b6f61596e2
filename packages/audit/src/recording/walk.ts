/// <reference types="node" />
import { setTimeout as wait } from 'node:timers/promises';
import { framesOf, handleOf, inPage, look, press, settle, type Visit } from '../browser/visit.ts';
import { findCodeField } from '../find-way.ts';
import { questionsOn } from '../reading/questions.ts';
import { keepOn, saysDone, wayOn } from './choose.ts';
import { awaitCode, codeNow, enterCode } from './enter-code.ts';
import { fillFields } from './fill-fields.ts';
import type { AnswerLog } from './hold-answers.ts';
import { lookForEntryOn } from './look-around.ts';
import type { Plan } from './plan.ts';
import type { ConfirmingScreen, Press, PressKind, Walk } from './recording.ts';
import { headingOf, inFront, type Screen, signatureOf } from './screen.ts';

/** More turns than any flow that is worth measuring. */
const mostTurns = 24;

/** A walk while it is under way. */
interface Steps {
  readonly visit: Visit;
  readonly plan: Plan;
  readonly log: AnswerLog;
  readonly name: string | null;
  readonly screens: Screen[];
  readonly presses: Press[];
  readonly oldCode: string | null;
  confirming: ConfirmingScreen | null;
  done: Screen | null;
  forcedReason: string | null;
  pasteWorked: boolean | null;
  /** How often a press led nowhere. */
  idle: number;
  taken: number;
}

function pictureOf({ name, screens }: Steps): string | null {
  return name === null ? null : `${name}-${screens.length}`;
}

function isSame(last: Screen | undefined, screen: Screen): boolean {
  return last?.document === screen.document && last.text === screen.text && signatureOf(last) === signatureOf(screen);
}

/** What a person tries when a press led nowhere: tick what must be ticked, then choose a reason. */
async function removeObstacle(steps: Steps, screen: Screen): Promise<boolean> {
  const { visit, plan, presses, screens } = steps;
  const unticked = inFront(screen).find(({ role, isChecked }) => role === 'checkbox' && !isChecked);
  if (unticked !== undefined && !presses.some(({ kind, label }) => kind === 'tick' && label === unticked.name)) {
    await press(visit, unticked.key);
    presses.push({ kind: 'tick', label: unticked.name, screen: screens.length - 1 });
    return true;
  }
  const question = questionsOn(screen, plan.words)[0];
  if (question === undefined || steps.forcedReason !== null) return false;
  steps.forcedReason = question.name || question.text;
  const choices = inFront(screen).filter(({ role, ancestors }) => role === 'radio' && ancestors.includes(question.key));
  const handle = await handleOf(visit, (choices[0] ?? question).key);
  const isList = question.role === 'combobox';
  await (isList
    ? handle?.selectOption({ index: 1 })
    : question.role === 'textbox'
      ? handle?.fill('audit')
      : handle?.click());
  await settle(visit);
  return true;
}

/** The first moment at which something leads on, or the last look when nothing does in time. */
async function awaitWay(steps: Steps) {
  const { visit, plan, taken } = steps;
  const { patience } = visit.settings.pace;
  const [begun, until] = [performance.now(), performance.now() + patience];
  for (;;) {
    const screen = await look(visit, pictureOf(steps));
    const isNew = !steps.screens.some((before) => before.document === screen.document && before.text === screen.text);
    if (isNew && (await saysDone(visit, screen, plan, steps.screens, false)))
      return { screen, isDone: true, field: null, way: null };
    const field = findCodeField(screen, plan.words);
    const way = await wayOn(visit, screen, plan, taken);
    // What was pressed just now may not have been answered yet, and a button that is off may be busy.
    const isStill = steps.idle > 0 && isSame(steps.screens.at(-1), screen) && performance.now() < begun + patience / 2;
    const isReady = field !== null || (way !== null && !way.control.isDisabled);
    if (isReady && !isStill) return { screen, isDone: false, field, way };
    if (performance.now() > until) {
      return { screen, isDone: await saysDone(visit, screen, plan, steps.screens, true), field, way };
    }
    await wait(50);
    await settle(visit);
  }
}

async function noteConfirming(steps: Steps, screen: Screen, confirm: number): Promise<void> {
  const { visit, plan } = steps;
  // Pressed again on the same screen: what was seen first counts.
  if (steps.confirming !== null && signatureOf(steps.confirming.screen) === signatureOf(screen)) return;
  const [keep, frames] = [await keepOn(visit, screen, plan), await framesOf(visit)];
  steps.confirming = { screen, confirm, keep: keep?.key ?? null, frames };
}

function note(steps: Steps, kind: PressKind, label: string): void {
  steps.presses.push({ kind, label, screen: steps.screens.length - 1 });
}

async function typeCode(steps: Steps, key: number, label: string): Promise<void> {
  const code = await awaitCode(steps.visit, steps.plan.flow.code, steps.oldCode);
  steps.pasteWorked = await enterCode(steps.visit, key, code);
  note(steps, 'code', label);
}

/** One turn; null goes on, a text says why it ended. */
async function turn(steps: Steps): Promise<string | null> {
  const { visit, plan, screens } = steps;
  const { screen, isDone, field, way } = await awaitWay(steps);
  const isStill = isSame(screens.at(-1), screen);
  if (!isStill || isDone) screens.push(screen);
  if (isDone) {
    steps.done = screen;
    return 'done';
  }
  await fillFields(visit, screen, plan.flow.fields, false);
  if (field !== null) {
    await typeCode(steps, field.key, field.name);
    // What confirms may stand on the same screen as the code.
    if (way?.kind === 'confirm') await noteConfirming(steps, screen, way.control.key);
    return null;
  }
  if (way === null) return `no way on from "${headingOf(screen) || screen.title}": name it in steps of the flow file`;
  if (way.kind === 'confirm' && !steps.presses.some(({ kind }) => kind === 'code'))
    await noteConfirming(steps, screen, way.control.key);
  if ((isStill && steps.idle > 0) || way.control.isDisabled) {
    if (!(await removeObstacle(steps, screen)) && (way.control.isDisabled || steps.idle > 2)) {
      return `"${way.control.name}" leads nowhere: give fields or steps in the flow file`;
    }
    if (way.control.isDisabled) return null;
  }
  await press(visit, way.control.key);
  note(steps, way.kind, way.control.name);
  if (plan.flow.steps[steps.taken] !== undefined) steps.taken += 1;
  steps.idle = isStill ? steps.idle + 1 : 1;
  return null;
}

async function fromEntry(steps: Steps): Promise<string | null> {
  const { visit, plan, screens } = steps;
  const { screen: page, found: entry } = await lookForEntryOn(visit, plan, pictureOf(steps));
  screens.push(page);
  if (entry === null) return 'nothing on the member page opens canceling: name it in open of the flow file';
  if (!entry.isVisible && entry.closedIn !== null) await openWhatHides(visit, entry.key);
  await inPage(visit, 'leavewellAudit.watchAgain()');
  await press(visit, entry.key);
  note(steps, 'open', entry.name);
  for (let turns = 0; turns < mostTurns; turns += 1) {
    const end = await turn(steps);
    if (end !== null) return end === 'done' ? null : end;
  }
  return `not done after ${mostTurns} turns`;
}

/** Opens what an entry is hidden in, so that the rest can be measured; the hiding itself is judged by the page. */
async function openWhatHides(visit: Visit, key: number): Promise<void> {
  const handle = await handleOf(visit, key);
  await handle?.evaluate((element) => {
    if (!(element instanceof Element)) return;
    element.closest('details')?.setAttribute('open', '');
  });
  await settle(visit);
}

/** Walks from the member page, which is open, to the end. Pictures are taken when it has a name. */
export async function walkToEnd(visit: Visit, plan: Plan, log: AnswerLog, name: string | null): Promise<Walk> {
  const steps: Steps = {
    visit,
    plan,
    log,
    name,
    screens: [],
    presses: [],
    oldCode: await codeNow(visit, plan.flow.code),
    confirming: null,
    done: null,
    forcedReason: null,
    pasteWorked: null,
    idle: 0,
    taken: 0,
  };
  const stuck = await fromEntry(steps).catch((error: unknown) =>
    error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
  );
  const { screens, presses, confirming, done, forcedReason, pasteWorked } = steps;
  const lastWords = await inPage<string>(visit, 'leavewellAudit.lastWords()').catch(() => '');
  return {
    screens,
    presses,
    confirming,
    done,
    // What is sent later, such as turning renewal back on, is no part of this walk.
    answers: [...log.answers],
    lastWords,
    forcedReason,
    pasteWorked,
    stuck,
    doneAt: done === null ? null : Date.now(),
  };
}
