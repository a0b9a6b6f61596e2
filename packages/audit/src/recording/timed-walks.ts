import { goTo, openVisit } from '../browser/visit.ts';
import type { TimingPoint } from '../flow/flow-description.ts';
import { watchAnswers } from './hold-answers.ts';
import type { Plan } from './plan.ts';
import type { TimedWalk } from './recording.ts';
import { beginAgain } from './begin-again.ts';
import { askCharged } from './truth.ts';
import { walkToEnd } from './walk.ts';

async function walkAt(plan: Plan, { before, url, now, truthUrl }: TimingPoint): Promise<TimedWalk> {
  const visit = await openVisit(plan.settings, now === null ? {} : { now: new Date(now) });
  try {
    const there: Plan = { ...plan, flow: { ...plan.flow, url: url ?? plan.flow.url } };
    await goTo(visit, there.flow.url);
    const walk = await walkToEnd(visit, there, await watchAnswers(visit, false), null);
    const timed = { before, walk, charged: await askCharged(visit, there, truthUrl) };
    await beginAgain(visit, there);
    return timed;
  } finally {
    await visit.context.close();
  }
}

/** The same flow at each of the times before the charge that the file names. */
export async function walkTimed(plan: Plan): Promise<TimedWalk[]> {
  const walks: TimedWalk[] = [];
  for (const point of plan.flow.timing) walks.push(await walkAt(plan, point));
  return walks;
}
