import { framesOf, goTo, inPage, openVisit, press } from '../browser/visit.ts';
import { firstRender, lagOf } from '../reading/first-render.ts';
import { wayOn } from './choose.ts';
import { lookForEntryOn } from './look-around.ts';
import { lookUntil } from './look-until.ts';
import type { Plan } from './plan.ts';
import type { ConfirmingScreen } from './recording.ts';

const mostLooks = 3;

function isLate(confirming: ConfirmingScreen): boolean {
  return (lagOf(confirming) ?? 0) > firstRender;
}

/** How the confirming screen is drawn when it is opened anew; null where the entry does not lead straight to it. */
async function openAnew(plan: Plan): Promise<ConfirmingScreen['frames'] | null> {
  const visit = await openVisit(plan.settings, { watchesFrames: true });
  try {
    await goTo(visit, plan.flow.url);
    const { found: entry } = await lookForEntryOn(visit, plan);
    if (entry === null) return null;
    await inPage(visit, 'leavewellAudit.watchAgain()');
    await press(visit, entry.key);
    const { found: way } = await lookUntil(visit, (seen) => wayOn(visit, seen, plan, 0));
    return way?.kind === 'confirm' ? await framesOf(visit) : null;
  } finally {
    await visit.context.close();
  }
}

/**
 * A control that came late is looked at again, and the soonest counts: what a busy machine held back once is no fault
 * of the page, and a page that holds it back does so each time. The membership must renew.
 */
export async function lookAgain(plan: Plan, first: ConfirmingScreen | null): Promise<ConfirmingScreen | null> {
  for (let looks = 1; first !== null && isLate(first) && looks < mostLooks; looks += 1) {
    const frames = await openAnew(plan);
    if (frames === null) return first;
    if (!isLate({ ...first, frames })) return { ...first, frames };
  }
  return first;
}
