import type { DeclarationRecord, HandlerOptions, ReceiptMessage } from '@leavewell/server';
import assert from 'node:assert/strict';
import { base, startServer, type TestServer } from '../handler/start-server.ts';

/** A page as a browser without scripts shows it. */
export interface ShownPage {
  /** Where it was asked for, below the mount path; its form is sent there. */
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  readonly source: string;
  /** Every text that can be seen, in order. */
  readonly texts: readonly string[];
  /** What travels on without being seen. */
  readonly hidden: Readonly<Record<string, string>>;
}

/** How a visitor comes: from which page, reading which language, from which address. */
export interface Coming {
  readonly headers?: Readonly<Record<string, string>>;
  readonly address?: string;
}

/** A server and a visitor who is not logged in. */
export interface PublicPages {
  readonly server: TestServer;
  open(path: string, coming?: Coming): Promise<ShownPage>;
  /** Sends the form of a page by one of its buttons, with what is typed into it. */
  press(page: ShownPage, step: string, typed?: Readonly<Record<string, string>>, coming?: Coming): Promise<ShownPage>;
  /** The declarations as they are stored, once none of them is under way. */
  settled(): Promise<readonly DeclarationRecord[]>;
  /** Resolves when `done` does not throw any more. */
  until(done: () => void | Promise<void>): Promise<void>;
}

/** What Li Wen types to leave the Professional plan. */
export const liWen = { name: 'Li Wen', contract: '2026-0117-3391', email: 'li.wen@northwind.example' };

/** What somebody types who has no contract here. */
export const nobody = { name: 'Max Muster', contract: '0000-0000-0000', email: 'max@nowhere.example' };

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#96;': '`',
};

function unescape(text: string): string {
  return text.replace(/&[#\w]+;/g, (entity) => entities[entity] ?? entity);
}

/** What stands between the tags of the body. */
export function textsOf(source: string): readonly string[] {
  const body = source.slice(source.indexOf('<body>'));
  return body
    .split(/<[^>]*>/)
    .map((text) => unescape(text).trim())
    .filter((text) => text !== '');
}

/** The attributes of every element of one name, in order. */
export function elementsOf(source: string, name: string): readonly Readonly<Record<string, string>>[] {
  return [...source.matchAll(new RegExp(`<${name}((?:\\s+[\\w-]+(?:="[^"]*")?)*)\\s*>`, 'g'))].map(([, inner = '']) =>
    Object.fromEntries(
      [...inner.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, unescape(value)]),
    ),
  );
}

async function shownPage(path: string, response: Response): Promise<ShownPage> {
  const source = await response.text();
  const hidden = elementsOf(source, 'input').filter(({ type }) => type === 'hidden');
  return {
    path,
    status: response.status,
    headers: response.headers,
    source,
    texts: textsOf(source),
    hidden: Object.fromEntries(hidden.map(({ name = '', value = '' }) => [name, value])),
  };
}

/** Starts a server with the pages of the tenant `acme`; Li Wen, who holds `m_pro`, has logged in once before. */
export async function startPages(options: Partial<HandlerOptions> = {}): Promise<PublicPages> {
  const server = await startServer({ policy: { place: 'DE' }, ...options });
  await server.member('li-wen');
  const send = async (path: string, init: RequestInit, address?: string): Promise<ShownPage> =>
    shownPage(path, await server.handler(new Request(base + path, init), address ? { address } : {}));
  const until: PublicPages['until'] = async (done) => {
    for (let tries = 0; ; tries += 1) {
      try {
        return await done();
      } catch (error) {
        if (tries === 500) throw error;
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    }
  };
  const stored = () => server.store.read((rows) => rows.listFiled('declaration', 'acme', { limit: 100 }));
  return {
    server,
    until,
    open: (path, { headers = {}, address } = {}) => send(path, { headers }, address),
    press: (page, step, typed = {}, { headers, address } = {}) =>
      send(
        page.path,
        {
          method: 'POST',
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            ...(headers ?? { origin: 'https://host.example' }),
          },
          body: new URLSearchParams({ ...page.hidden, ...typed, step }).toString(),
        },
        address,
      ),
    settled: async () => {
      await until(async () => assert.ok((await stored()).every(({ outcome }) => outcome !== 'pending')));
      return stored();
    },
  };
}

/** The receipts that were mailed. */
export function mailed({ inbox }: TestServer): readonly ReceiptMessage[] {
  return inbox.filter((message) => message.kind === 'receipt');
}
