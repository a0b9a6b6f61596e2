import { CancelRenewalElement, type MemberCenterElement } from '@leavewell/elements';
import type { Membership } from '@leavewell/sdk';
import { createInPageServer, type Fault, type InPageServer, type InPageServerOptions } from '@leavewell/testing';
import { fixture, waitUntil } from '@open-wc/testing';
import '../src/define/member-center.ts';

/** What a page of a test may choose, beside what its server may. */
export interface PageOptions extends InPageServerOptions {
  readonly lang?: string;
  readonly memberId?: string;
  /** `m_pro` when absent. */
  readonly membershipId?: string;
  /** Set before the element is on the page. */
  readonly properties?: Partial<CancelRenewalElement & MemberCenterElement>;
  /** What stands inside the element. */
  readonly content?: string;
}

/** A page with one element, and what a member sees of it and does with it. */
export interface MemberPage<E extends HTMLElement = HTMLElement> {
  readonly server: InPageServer;
  readonly element: E;
  /** The element that cancels: the page's own, or the one in the card of the membership. */
  cancel(): CancelRenewalElement;
  /** What carries the name; fails when it is not there or cannot be seen. */
  part(name: string): HTMLElement;
  /** Whether something of that name can be seen. */
  shows(name: string): boolean;
  /** All that can be read of the element that cancels. */
  text(): string;
  /** Waits until something of that name can be seen, and is not busy. */
  see(name: string): Promise<HTMLElement>;
  /** Presses like a member who has read what is there: more than 300 ms after it came. */
  press(name: string): Promise<void>;
  /** Types or pastes into the field of the code. */
  enter(code: string): Promise<void>;
  /** The time of the element that cancels. */
  now(): number;
  /** Lets milliseconds pass for it. */
  pass(ms: number): void;
  /** How renewal stands in the store. */
  stored(id?: string): Promise<Membership['renewal']>;
  /** How often a command was asked for. */
  commands(): number;
}

function isShown(element: HTMLElement | null | undefined): element is HTMLElement {
  return element?.checkVisibility({ visibilityProperty: true }) ?? false;
}

/** The element that cancels: the page's own, or the one in the card. */
function cancelIn(element: HTMLElement, membershipId: string): CancelRenewalElement | null {
  if (element instanceof CancelRenewalElement) return element;
  return element.shadowRoot?.querySelector<CancelRenewalElement>(cardOf(membershipId, 'cancel-renewal')) ?? null;
}

/** Selects inside the card of a membership. */
export function cardOf(membershipId: string, inside = ''): string {
  return `[aria-labelledby="plan-${membershipId}"] ${inside}`.trim();
}

/** What carries the name and can be seen; that of a step before that of the page around it. */
function findPart(element: HTMLElement, membershipId: string, name: string): HTMLElement | undefined {
  const roots = [element.shadowRoot, cancelIn(element, membershipId)?.shadowRoot];
  const found = roots.flatMap((root) => [...(root?.querySelectorAll<HTMLElement>(`[part~="${name}"]`) ?? [])]);
  return found.findLast(isShown);
}

function pageOver<E extends HTMLElement>(server: InPageServer, element: E, membershipId: string): MemberPage<E> {
  let time = 0;
  const cancel = () => {
    const found = cancelIn(element, membershipId);
    if (!found) throw new Error(`No card of ${membershipId} is on the page.`);
    return found;
  };
  const page: MemberPage<E> = {
    server,
    element,
    cancel,
    now: () => time,
    part: (name) => {
      const found = findPart(element, membershipId, name);
      if (!found) throw new Error(`"${name}" cannot be seen; there is: ${page.text()}`);
      return found;
    },
    shows: (name) => findPart(element, membershipId, name) !== undefined,
    text: () => cancel().shadowRoot?.querySelector<HTMLElement>('dialog[open], div[lang]')?.innerText ?? '',
    see: async (name) => {
      const isReady = () => page.shows(name) && page.part(name).ariaDisabled !== 'true';
      await waitUntil(isReady, `"${name}" never came`, { timeout: 8000 });
      return page.part(name);
    },
    press: async (name) => {
      const target = await page.see(name);
      time += 1000;
      target.click();
      await cancel().updateComplete;
    },
    enter: async (code) => {
      await waitUntil(() => page.shows('code-input') && !fieldOf(page).readOnly, 'no code is asked for');
      fieldOf(page).value = code;
      fieldOf(page).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    },
    pass: (ms) => {
      time += ms;
      cancel().requestUpdate();
    },
    stored: async (id = membershipId) => (await server.client().getMembership(id)).renewal,
    commands: () => server.requests.filter(({ path }) => path.endsWith('/cancel-renewal')).length,
  };
  return page;
}

/** The field of the code. */
export function fieldOf(page: MemberPage): HTMLInputElement {
  const field = page.part('code-input');
  if (field instanceof HTMLInputElement) return field;
  throw new TypeError('The code is not asked for in an input.');
}

async function mount<E extends HTMLElement>(element: E, options: PageOptions): Promise<MemberPage<E>> {
  const { lang = 'en', memberId, membershipId = 'm_pro', properties, content = '', ...ofServer } = options;
  // What another test left unfinished is no concern of this one.
  localStorage.clear();
  const server = createInPageServer(ofServer);
  const place = await fixture<HTMLElement>(`<main lang="${lang}"></main>`);
  const page = pageOver(server, element, membershipId);
  element.innerHTML = content;
  Object.assign(element, { client: server.client(memberId, lang), now: page.now, ...properties });
  place.append(element);
  return page;
}

/** A page with `<cancel-renewal>`. */
export function cancelPage(options: PageOptions = {}): Promise<MemberPage<CancelRenewalElement>> {
  const membershipId = options.membershipId ?? 'm_pro';
  const properties = { membershipId, ...options.properties };
  return mount(document.createElement('cancel-renewal'), { memberships: [membershipId], ...options, properties });
}

/** A page with `<member-center>` at its first moment. */
export function arrivingPage(options: PageOptions = {}): Promise<MemberPage<MemberCenterElement>> {
  return mount(document.createElement('member-center'), options);
}

/** A page with `<member-center>`, once its cards are there. */
export async function centerPage(options: PageOptions = {}): Promise<MemberPage<MemberCenterElement>> {
  const page = await arrivingPage(options);
  await page.see('card');
  page.cancel().now = page.now;
  return page;
}

/** The page loaded once more by the same browser: the same server and storage, and an element that knows nothing. */
export async function pageAgain(
  { server }: MemberPage,
  properties: PageOptions['properties'] = {},
): Promise<MemberPage<CancelRenewalElement>> {
  const membershipId = 'm_pro';
  const element = document.createElement('cancel-renewal');
  const page = pageOver(server, element, membershipId);
  const place = await fixture<HTMLElement>('<main lang="en"></main>');
  Object.assign(element, { client: server.client(), membershipId, now: page.now, ...properties });
  place.append(element);
  return page;
}

/** Spoils as many requests as the client sends before it gives up. */
export function failAlways({ server }: MemberPage, fault: Fault): void {
  for (let i = 0; i < 3; i += 1) server.failNext(fault);
}

/** What is announced politely or at once right now. */
export function announced(page: MemberPage): string {
  const regions = page.cancel().shadowRoot?.querySelectorAll<HTMLElement>('[role=status], [role=alert]') ?? [];
  return [...regions].filter(isShown).map((region) => region.innerText).join(' ');
}

/** From the first press to the code field. */
export async function askForCode(page: MemberPage): Promise<void> {
  await page.press('cancel-button');
  await page.press('confirm-button');
  await waitUntil(() => page.shows('code-input') && !fieldOf(page).readOnly, 'no code is asked for');
}

/** From the first press to the outcome. */
export async function cancelRenewal(page: MemberPage): Promise<void> {
  await askForCode(page);
  await page.enter(page.server.lastCode());
  await page.see('resume-button');
}
