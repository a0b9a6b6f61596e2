import { Hono } from 'hono';
import type { HostClient } from './host-client.ts';
import { personas } from './personas.ts';
import { policyIn } from './site-policy.ts';
import { siteLanguage } from './site-language.ts';

const unknownPersona = {
  type: 'about:blank',
  title: 'Nobody of that name is known here',
  status: 404,
  code: 'persona_not_found',
  detail: `Ask with ?as= and one of: ${[...personas.keys()].join(', ')}.`,
};

/**
 * The one route that leavewell asks of a host. A real site reads its own login cookie here and answers only for the
 * person who is logged in. The demo has no login: the address says who is asking, and in which language they read.
 */
export function sessionTokenRoute(host: HostClient): Hono {
  const route = new Hono();
  route.get('/', async (c) => {
    const member = personas.get(c.req.query('as') ?? '');
    if (!member) return c.json(unknownPersona, 404, { 'content-type': 'application/problem+json' });
    const lang = c.req.query('lang');
    const place = policyIn(new URL(c.req.url).searchParams);
    const token = await host.createSession(lang ? { ...member, language: siteLanguage(lang) } : member, place);
    return c.json({ token }, 200, { 'cache-control': 'no-store' });
  });
  return route;
}
