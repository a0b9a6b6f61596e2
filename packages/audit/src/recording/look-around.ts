import { goTo, handleOf, largeWindow, look, openVisit, press, settle, type Visit } from '../browser/visit.ts';
import { offersOn } from '../reading/offers.ts';
import { callReset } from './begin-again.ts';
import { declineOn, entryOn, keepOn, wayOn } from './choose.ts';
import { lookUntil } from './look-until.ts';
import type { Plan } from './plan.ts';
import type { Recording, Return, UrgencyLook } from './recording.ts';
import type { Screen } from './screen.ts';

const smallWindow = { width: 360, height: 640 } as const;
/** How far the page's clock is moved to see what happens by itself, in milliseconds. */
const whileWatching = 65_000;
const sixDays = 6 * 86_400_000;

/** The member page and what opens cancelling on it, once it is there. */
export function lookForEntryOn(visit: Visit, plan: Plan, picture: string | null = null) {
  return lookUntil(visit, (screen) => entryOn(visit, screen, plan), picture);
}

/** The member page in a small and a large window. */
export async function lookForEntry(plan: Plan): Promise<Recording['entries']> {
  const entries: { screen: Screen; entry: number | null }[] = [];
  const visit = await openVisit(plan.settings, { viewport: smallWindow });
  await callReset(visit, plan);
  for (const viewport of [smallWindow, largeWindow]) {
    // Loaded anew: a page may decide by its first width what it shows.
    await visit.page.setViewportSize(viewport);
    await goTo(visit, plan.flow.url);
    const { screen, found } = await lookForEntryOn(visit, plan, `member-page-${viewport.width}`);
    entries.push({ screen, entry: found?.key ?? null });
  }
  await visit.context.close();
  return entries;
}

/** Lets the page's clock run and sees what changes without a press. */
export async function watch(visit: Visit, name: string): Promise<UrgencyLook> {
  const before = await look(visit);
  await visit.page.clock.runFor(whileWatching);
  await settle(visit);
  return { name, before, after: await look(visit) };
}

/** Whether a control looks another way when the keyboard brings the focus to it. */
async function focusShowsOn(visit: Visit, key: number): Promise<boolean | null> {
  const handle = await handleOf(visit, key);
  if (handle === null) return null;
  const looks = () => handle.evaluate((element) => String(Reflect.get(window, 'leavewellAudit').looksNow(element)));
  const before = await looks();
  await visit.page.keyboard.press('Shift');
  await handle.focus();
  return before !== (await looks());
}

/** What somebody sees who kept or declined and comes back six days later. */
async function comeBack(visit: Visit, plan: Plan, screen: Screen): Promise<Return[]> {
  const offers = offersOn(screen, plan.words);
  const declining = offers.length === 0 ? null : await declineOn(visit, screen, plan);
  const control = declining ?? (await keepOn(visit, screen, plan));
  if (control === null) return [];
  await press(visit, control.key);
  await visit.page.clock.fastForward(sixDays);
  await goTo(visit, plan.flow.url);
  const { screen: page, found: entry } = await lookForEntryOn(visit, plan);
  if (entry === null) return [{ declined: control.name, screens: [page] }];
  await press(visit, entry.key);
  return [{ declined: control.name, screens: [page, await look(visit)] }];
}

/** What a visit that ends in keeping shows: urgency, the mark of the focus, and coming back. */
export async function lookAround(plan: Plan): Promise<Pick<Recording, 'urgency' | 'focusShows' | 'returns'>> {
  const visit = await openVisit(plan.settings, { now: new Date() });
  try {
    await goTo(visit, plan.flow.url);
    const { screen: page, found: entry } = await lookForEntryOn(visit, plan);
    if (entry === null || !entry.isVisible)
      return { urgency: [await watch(visit, 'the member page')], focusShows: null, returns: [] };
    const urgency = [await watch(visit, 'the member page')];
    const again = await entryOn(visit, urgency[0]?.after ?? page, plan);
    await press(visit, (again ?? entry).key);
    const { found: way } = await lookUntil(visit, (screen) => wayOn(visit, screen, plan, 0));
    const focusShows = way === null ? null : await focusShowsOn(visit, way.control.key);
    urgency.push(await watch(visit, 'the screen that it opens'));
    return { urgency, focusShows, returns: await comeBack(visit, plan, await look(visit)) };
  } finally {
    await visit.context.close();
  }
}
