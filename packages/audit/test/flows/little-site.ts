import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type SiteFault, siteFaults } from './site-faults.ts';
import { type Member, type PageContext, receiptText, sitePages } from './site-pages.ts';
import { english, german } from './site-words.ts';

const faults = new Map<string, SiteFault>(Object.entries(siteFaults));
const members = new Map<string, Member>();

function memberOf(id: string): Member {
  const known = members.get(id);
  if (known !== undefined) return known;
  const member: Member = { id, renews: true, hasDeclined: false, mails: [] };
  members.set(id, member);
  return member;
}

function contextOf(url: URL): PageContext {
  const query = url.searchParams;
  const language = query.get('lang') ?? 'en';
  const kept = ['m', 'bad', 'lang', 'before', 'code'].flatMap((name) =>
    query.get(name) === null ? [] : [[name, query.get(name) ?? '']],
  );
  const at = (path: string) => `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams(kept)}`;
  return { words: language === 'de' ? german : english, language, member: memberOf(query.get('m') ?? 'm'), query, at };
}

/** What a form does, and where it leads. */
const commands: Readonly<Record<string, (context: PageContext) => string>> = {
  '/cancel': (context) => {
    context.member.renews = false;
    context.member.mails.unshift({ subject: context.words.file, text: receiptText(context) });
    return '/done';
  },
  '/keep': () => '/account',
  '/decline': ({ member }) => {
    member.hasDeclined = true;
    return '/account';
  },
  '/resume': ({ member }) => {
    member.renews = true;
    return '/account?resumed=1';
  },
  '/leave': () => '/left',
  '/reset': ({ member }) => {
    Object.assign(member, { renews: true, hasDeclined: false });
    return '/account';
  },
};

/** The middle one shows nothing here that the other two do not. */
const times = ['60d', '5min'];
const calendar = 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261231\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';

/** What programs read; the code is the newest there is. */
const documents: Readonly<Record<string, (context: PageContext) => [type: string, body: string]>> = {
  '/receipt.ics': () => ['text/calendar', calendar],
  '/inbox.json': ({ member }) => [
    'application/json',
    JSON.stringify([{ subject: 'Code', text: 'It is 482913', code: '482913' }, ...member.mails]),
  ],
  '/api': ({ member }) => [
    'application/json',
    JSON.stringify({ accessEndsAt: '2026-12-31T16:00:00Z', zone: 'Asia/Shanghai', renews: member.renews }),
  ],
};

function answer(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://little.site');
  const context = contextOf(url);
  const command = request.method === 'POST' ? commands[url.pathname] : undefined;
  if (command !== undefined) {
    response.writeHead(303, { location: context.at(command(context)) }).end();
    return;
  }
  const page = sitePages[url.pathname];
  const [type, body] = documents[url.pathname]?.(context) ?? ['text/html; charset=utf-8', page?.(context) ?? ''];
  const fault = faults.get(url.searchParams.get('bad') ?? '');
  const told = fault?.page === url.pathname ? fault.spoil(body, context) : body;
  response
    .writeHead(told === '' ? 404 : 200, {
      'content-type': url.pathname.endsWith('.txt') ? 'text/plain; charset=utf-8' : type,
    })
    .end(told);
}

/** A site that runs, and the description of its flow for a member of their own. */
export interface LittleSite {
  readonly close: () => void;
  flowOf(member: string, more?: string): object;
  inboxOf(member: string): string;
  appOf(member: string, more: string): string;
}

/** Starts the site. `bad=Q8` in an address makes it dishonest in the way that Q8 finds. */
export async function startLittleSite(): Promise<LittleSite> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const at = (path: string, member: string, more: string) => `http://127.0.0.1:${port}${path}?m=${member}${more}`;
  return {
    close: () => {
      server.closeAllConnections();
      server.close();
    },
    appOf: (member, more) => at('/app', member, more),
    inboxOf: (member) => at('/inbox.json', member, ''),
    flowOf: (member, more = '') => ({
      url: at('/account', member, more),
      language: more.includes('lang=de') ? 'de' : 'en',
      mail: { url: at('/inbox.json', member, more), waitSeconds: 2 },
      loggedOut: { url: at('/leave', `${member}-out`, more) },
      truth: { url: at('/api', member, more), accessEndsAt: 'accessEndsAt', zone: 'zone', renews: 'renews' },
      reset: { url: at('/reset', member, more) },
      signUpActivations: 4,
      timing: times.map((before) => ({
        before,
        url: at('/account', `${member}-${before}`, `${more}&before=${before}`),
        truthUrl: at('/api', `${member}-${before}`, more),
      })),
    }),
  };
}
