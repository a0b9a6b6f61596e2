import { goTo, look, openVisit, press, type Visit } from '../browser/visit.ts';
import { accessDaysIn } from '../reading/dates-in.ts';
import { offersOn } from '../reading/offers.ts';
import { callReset } from './begin-again.ts';
import { declineOn } from './choose.ts';
import { watchAnswers } from './hold-answers.ts';
import { visitLoggedOut } from './logged-out.ts';
import { lookAgain } from './look-again.ts';
import { lookAround, lookForEntry } from './look-around.ts';
import { lookUntil } from './look-until.ts';
import type { Plan } from './plan.ts';
import { mailNow, receipts } from './receipts.ts';
import type { Recording, Return, Walk, ZoneVisit } from './recording.ts';
import type { Screen } from './screen.ts';
import { walkTimed } from './timed-walks.ts';
import { askTruth } from './truth.ts';
import { undo } from './undo.ts';
import { walkToEnd } from './walk.ts';

/** The farthest zones there are, one of the place this began in, and one whose offset changes with the season. */
const zones = ['Pacific/Pago_Pago', 'Asia/Shanghai', 'Pacific/Kiritimati', 'Europe/Berlin'] as const;

async function visitZones(plan: Plan, member: Visit): Promise<ZoneVisit[]> {
  const settings = { ...plan.settings, member: await member.context.storageState() };
  const visit = await openVisit(settings, { zone: null });
  const session = await visit.context.newCDPSession(visit.page);
  const visits: ZoneVisit[] = [];
  for (const zone of zones) {
    await session.send('Emulation.setTimezoneOverride', { timezoneId: zone });
    await goTo(visit, plan.flow.url);
    const saysDay = ({ text }: Screen) => accessDaysIn(text, plan.words)[0] ?? null;
    const { screen } = await lookUntil(visit, saysDay, `zone-${zone.replace('/', '-')}`);
    visits.push({ zone, screen });
  }
  await visit.context.close();
  return visits;
}

/** Declines what is offered on the last screen, and opens the member page again. */
async function declineAfter(visit: Visit, plan: Plan, { done }: Walk): Promise<Return[]> {
  if (done === null || offersOn(done, plan.words).length === 0) return [];
  const control = await declineOn(visit, done, plan);
  if (control === null) return [];
  await press(visit, control.key);
  await goTo(visit, plan.flow.url);
  return [{ declined: control.name, screens: [await look(visit)] }];
}

type Main = Pick<Recording, 'walk' | 'receipts' | 'zones' | 'truth' | 'undo' | 'returns'>;

/** The one walk that is measured, and what follows from it. */
async function walkMain(plan: Plan): Promise<Main> {
  const visit = await openVisit(plan.settings, { watchesFrames: true });
  try {
    await goTo(visit, plan.flow.url);
    const oldMail = await mailNow(visit, plan);
    const walk = await walkToEnd(visit, plan, await watchAnswers(visit, true), 'way');
    if (walk.done === null || walk.doneAt === null)
      return { walk, receipts: [], zones: [], truth: null, undo: null, returns: [] };
    const said = await receipts(visit, walk.done, plan, oldMail, walk.doneAt);
    const [truth, seen] = await Promise.all([askTruth(visit, plan), visitZones(plan, visit)]);
    const returns = await declineAfter(visit, plan, walk);
    return { walk, receipts: said, zones: seen, truth, returns, undo: await undo(visit, plan, 'undo') };
  } finally {
    await callReset(visit, plan);
    await visit.context.close();
  }
}

/** Drives a browser through a flow as often as it takes to see everything. The membership renews again afterwards. */
export async function recordFlow(plan: Plan): Promise<Recording> {
  const { flow } = plan;
  const entries = await lookForEntry(plan);
  const around = await lookAround(plan);
  const main = await walkMain(plan);
  const timed = await walkTimed(plan);
  const confirming = await lookAgain(plan, main.walk.confirming);
  const loggedOut = await visitLoggedOut(plan, main.walk);
  return {
    url: flow.url,
    language: plan.words.language,
    entries,
    ...main,
    walk: { ...main.walk, confirming },
    ...around,
    returns: [...around.returns, ...main.returns],
    mailAsked: flow.mail !== null,
    loggedOut,
    timed,
    signUpActivations: flow.signUpActivations,
  };
}
