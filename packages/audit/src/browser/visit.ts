/// <reference types="node" />
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContext, BrowserContextOptions, ElementHandle, Page } from 'playwright-core';
import { AuditError } from '../audit-error.ts';
import type { ControlRef } from '../flow/flow-description.ts';
import { pageScript } from '../page/page-script.ts';
import type { PaintedFrame } from '../recording/recording.ts';
import type { Screen } from '../recording/screen.ts';
import type { Pace } from './pace.ts';

/** What every visit of an audit has in common. */
export interface VisitSettings {
  readonly browser: Browser;
  readonly pace: Pace;
  readonly language: string;
  /** Cookies and storage of the member; undefined for somebody who is not logged in. */
  readonly member: BrowserContextOptions['storageState'];
  /** Where pictures are put; null takes none. */
  readonly pictures: string | null;
}

/** How one visit differs. */
export interface VisitOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  /** IANA name; null leaves it to be set later, and the usual one is of a zone with summer time. */
  readonly zone?: string | null;
  /** The page's clock begins there and can be moved. */
  readonly now?: Date;
  readonly isMember?: boolean;
  /** Writes down what is drawn, frame by frame. */
  readonly watchesFrames?: boolean;
}

/** One page in a browser of its own. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly settings: VisitSettings;
  /** Requests under way. */
  readonly pending: Set<unknown>;
}

/** So long a control may take to be pressed; one that something lies over is given up then. Milliseconds. */
const pressLimit = 8_000;

/** The large window in which the flow is walked. */
export const largeWindow = { width: 1280, height: 800 } as const;

/** Opens a page without anything of another visit. */
export async function openVisit(settings: VisitSettings, options: VisitOptions = {}): Promise<Visit> {
  const { viewport = largeWindow, zone = 'America/New_York', now, isMember = true, watchesFrames = false } = options;
  const context = await settings.browser.newContext({
    viewport,
    ...(zone !== null && { timezoneId: zone }),
    locale: settings.language,
    acceptDownloads: true,
    ...(isMember && settings.member !== undefined && { storageState: settings.member }),
  });
  context.setDefaultTimeout(pressLimit);
  context.setDefaultNavigationTimeout(30_000);
  await context.addInitScript(
    `${pageScript}${watchesFrames ? '\nleavewellAudit.watchFrames(); leavewellAudit.keepLastWords();' : ''}`,
  );
  const page = await context.newPage();
  if (now !== undefined) await page.clock.install({ time: now });
  const pending = new Set<unknown>();
  page.on('request', (request) => pending.add(request));
  page.on('requestfinished', (request) => pending.delete(request));
  page.on('requestfailed', (request) => pending.delete(request));
  return { context, page, settings, pending };
}

/** Goes to an address and waits until it is settled. Throws AuditError when nothing answers. */
export async function goTo(visit: Visit, url: string): Promise<number | null> {
  try {
    const response = await visit.page.goto(url, { waitUntil: 'domcontentloaded' });
    await settle(visit);
    return response?.status() ?? null;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new AuditError(`${url} could not be opened (${why}): check the address, and that the site is running`, {
      cause,
    });
  }
}

/** Does something with the document that is there; begins again when that one is just going. */
async function withDocument<T>({ page }: Visit, act: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await act();
    } catch (error) {
      if (tries === 5 || page.isClosed()) throw error;
      await page.waitForLoadState('domcontentloaded');
      await wait(20);
    }
  }
}

/** Runs an expression in the page. */
export function inPage<T>(visit: Visit, expression: string): Promise<T> {
  return withDocument(visit, () => visit.page.evaluate<T>(expression));
}

const textNow =
  'document.readyState + location.href + leavewellAudit.textNow().replaceAll(/\\d/g, "0")';

/** Waits until nothing is loaded and the text stays as it is. A page that never rests is taken as it is. */
export async function settle(visit: Visit): Promise<void> {
  const { quiet, settle: most } = visit.settings.pace;
  const until = performance.now() + most;
  let before = '';
  for (let now = await inPage<string>(visit, textNow); performance.now() < until; now = await inPage(visit, textNow)) {
    if (now === before && visit.pending.size === 0) return;
    before = now;
    await wait(quiet);
  }
}

/** What is in front of a person now; with a name, a picture of it is taken. */
export async function look(visit: Visit, name: string | null = null): Promise<Screen> {
  // As one text: thousands of small values would each be wrapped on their way here.
  const screen: Screen = JSON.parse(await inPage<string>(visit, 'JSON.stringify(leavewellAudit.takeScreen())'));
  const { pictures } = visit.settings;
  if (pictures === null || name === null) return screen;
  const picture = `${name}.png`;
  await visit.page.screenshot({ path: `${pictures}/${picture}`, fullPage: true });
  return { ...screen, picture };
}

/** The element with a key, to act on; null when its document is gone. */
export async function handleOf({ page }: Visit, key: number): Promise<ElementHandle | null> {
  const handle = await page.evaluateHandle(`leavewellAudit.ledger().elements[${key}] ?? null`);
  return handle.asElement();
}

/** The key of a control that was described; null when it is not there. Throws AuditError for no selector at all. */
export async function keyOfRef(visit: Visit, ref: ControlRef): Promise<number | null> {
  const { page } = visit;
  const locator =
    typeof ref === 'string' ? page.locator(ref) : page.getByRole(ref.role, { name: ref.name, exact: true });
  const find = async () => {
    // What is there now, without a limit of time: on a busy machine a limit would call it missing.
    const [seen] = await locator.filter({ visible: true }).elementHandles();
    const handle = seen ?? (await locator.elementHandles())[0];
    return handle === undefined
      ? null
      : handle.evaluate((element) => Number(Reflect.get(window, 'leavewellAudit').keyOf(element)));
  };
  return withDocument(visit, find).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new AuditError(`${JSON.stringify(ref)} cannot be looked for (${why}): check the flow file`, { cause });
  });
}

/** Presses an element as a person does, after reading. Throws when something lies over it or it is gone. */
export async function press(visit: Visit, key: number): Promise<void> {
  await wait(visit.settings.pace.read);
  const handle = await handleOf(visit, key);
  if (handle === null) throw new AuditError('the control was gone before it could be pressed');
  await handle.click();
  await settle(visit);
}

/** What was drawn since this document began, or since it was asked to begin anew. */
export function framesOf(visit: Visit): Promise<PaintedFrame[]> {
  return inPage(visit, 'leavewellAudit.watchFrames()');
}
