import type { Hono } from 'hono';
import { ServiceError } from '../service-error.ts';
import type { Service } from '../service.ts';
import { acceptedLanguages } from './accepted-languages.ts';
import type { Answer } from './call.ts';
import { readInput } from './read-input.ts';
import { requireOwnPage } from './require-own-page.ts';
import type { Route } from './route.ts';

/** What every request carries through Hono. */
export interface HandlerEnv {
  Bindings: { requestId: string };
}

function respond(answer: Answer<unknown>): Response {
  const [status, json] = 'json' in answer ? [answer.status, answer.json] : [200, JSON.stringify(answer.body)];
  return new Response(json, { status, headers: { 'content-type': 'application/json', ...answer.headers } });
}

async function answerRequest(route: Route, service: Service, request: Request, id: string): Promise<Response> {
  const { operation } = route;
  if (service.usesHostLogin && operation.caller === 'member') requireOwnPage(request, service.allowedOrigins);
  const answer = await route.run({
    service,
    id,
    request,
    headers: request.headers,
    now: service.clock.now(),
    languages: acceptedLanguages(request.headers),
    readInput: () => readInput(operation, request),
  });
  return respond(answer);
}

/** Mounts every route under its operation's method and path, and answers other methods with 405 and `Allow`. */
export function mountRoutes(app: Hono<HandlerEnv>, routes: readonly Route[], service: Service): void {
  for (const route of routes) {
    const path = route.operation.path.replace(/\{(\w+)\}/g, ':$1');
    app.on(route.operation.method, path, (context) =>
      answerRequest(route, service, context.req.raw, context.req.param('id') ?? ''),
    );
  }
  for (const path of new Set(routes.map(({ operation }) => operation.path))) {
    const methods = routes.map(({ operation }) => operation).filter((operation) => operation.path === path);
    const allow = methods.map(({ method }) => (method === 'GET' ? 'GET, HEAD' : method)).join(', ');
    app.all(path.replace(/\{(\w+)\}/g, ':$1'), (context) => {
      context.res.headers.set('allow', allow);
      throw new ServiceError('method_not_allowed', { detail: `This address answers ${allow}.` });
    });
  }
}
