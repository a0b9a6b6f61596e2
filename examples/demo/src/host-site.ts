import { Hono } from 'hono';
import type { MessageSender } from '@leavewell/server';
import type { HostClient } from './host-client.ts';
import type { Inbox } from './inbox/inbox.ts';
import { cancelPage } from './pages/cancel-page.ts';
import { inboxPage } from './pages/inbox-page.ts';
import type { Markup } from './pages/layout.ts';
import { memberPage } from './pages/member-page.ts';
import { pageContext, type PageContext } from './pages/page-context.ts';
import { notFoundPage, productsPage } from './pages/products-page.ts';
import { messagesRoute } from './messages-route.ts';
import { securityPage } from './pages/security-page.ts';
import { sessionTokenRoute } from './session-token-route.ts';
import { siteAssets } from './site-assets.ts';

/** As strict as a page can be: nothing inline, nothing from elsewhere, and no markup made from strings but lit's own. */
export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

/** What the host's site is made of. */
export interface HostSiteParts {
  /** The handler of leavewell, mounted under `/leavewell`. */
  readonly handler: (request: Request) => Promise<Response>;
  readonly host: HostClient;
  readonly inbox: Inbox;
  /** Takes the messages of a server that runs by itself; null when there is none. */
  readonly gateway: MessageSender | null;
}

async function page(markup: Markup, status = 200): Promise<Response> {
  return new Response(String(await markup), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy,
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      // The policy's wording is fixed, so that another site cannot frame the cancel page is said here.
      'x-frame-options': 'DENY',
    },
  });
}

/** The whole site of the fictional company: its pages, its own backend, and leavewell under one path. */
export async function createHostSite({ handler, host, inbox, gateway }: HostSiteParts): Promise<Hono> {
  const site = new Hono();
  const routePage = (path: string, render: (context: PageContext) => Markup) =>
    site.get(path, (c) => page(render(pageContext(c.req.url))));

  routePage('/', memberPage);
  routePage('/cancel', cancelPage);
  routePage('/products', productsPage);
  routePage('/security', securityPage);
  routePage('/inbox', (context) => inboxPage(context, inbox.list()));
  site.get('/inbox.json', (c) => c.json(inbox.list(), 200, { 'cache-control': 'no-store' }));
  if (gateway) site.route('/messages', messagesRoute(gateway));
  site.route('/session-token', sessionTokenRoute(host));
  site.route('/assets', await siteAssets());
  site.all('/leavewell/*', (c) => handler(c.req.raw));
  // Browsers ask for it unbidden; an empty answer keeps their logs quiet.
  site.get('/favicon.ico', (c) => c.body(null, 204));
  site.notFound((c) => page(notFoundPage(pageContext(c.req.url)), 404));
  return site;
}
