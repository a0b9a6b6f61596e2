import type { Hono } from 'hono';
import { ServiceError } from '../service-error.ts';
import type { Service } from '../service.ts';
import { acceptedLanguages } from './accepted-languages.ts';
import type { Answer } from './call.ts';
import { problemResponse } from './problem-response.ts';
import { readBody, readInput } from './read-input.ts';
import { refuseNullOrigin } from './refuse-null-origin.ts';
import type { RequestScope } from './request-scope.ts';
import { requireOwnPage } from './require-own-page.ts';
import type { Route } from './route.ts';

/** What every request carries through Hono. */
export interface HandlerEnv {
  Bindings: { scope: RequestScope };
}

function writtenOut(answer: Answer<unknown>): readonly [status: number, text: string] {
  if ('text' in answer) return [answer.status, answer.text];
  return 'json' in answer ? [answer.status, answer.json] : [200, JSON.stringify(answer.body)];
}

// Every header is given at once: the Node adapter writes such an answer out without making a real Response of it.
function respond(answer: Answer<unknown>, scope: RequestScope): Response {
  const [status, text] = writtenOut(answer);
  return new Response(text, {
    status,
    headers: { ...scope.headers, 'content-type': 'application/json', ...answer.headers },
  });
}

async function answerRequest(
  { operation, run }: Route,
  service: Service,
  request: Request,
  id: string,
  scope: RequestScope,
): Promise<Response> {
  scope.route = service.mountPath + operation.path;
  refuseNullOrigin(request);
  if (service.usesHostLogin && operation.caller === 'member') requireOwnPage(request, service.allowedOrigins);
  const answer = await run({
    service,
    id,
    request,
    scope,
    headers: request.headers,
    address: scope.address,
    now: service.clock.now(),
    languages: acceptedLanguages(request.headers),
    readInput: () => readInput(operation, request),
    readBody: () => readBody(request),
  });
  return respond(answer, scope);
}

/** An OpenAPI path in Hono's words. */
function patternOf(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

/** Mounts every route under its operation's method and path, and answers other methods with 405 and `Allow`. */
export function mountRoutes(app: Hono<HandlerEnv>, routes: readonly Route[], service: Service): void {
  for (const route of routes) {
    const { method, path } = route.operation;
    const parameter = /\{(\w+)\}/.exec(path)?.[1];
    app.on(method, patternOf(path), (context) => {
      const id = parameter === undefined ? '' : (context.req.param(parameter) ?? '');
      return answerRequest(route, service, context.req.raw, id, context.env.scope);
    });
  }
  for (const path of new Set(routes.map(({ operation }) => operation.path))) {
    const methods = routes.map(({ operation }) => operation).filter((operation) => operation.path === path);
    const allow = methods.map(({ method }) => (method === 'GET' ? 'GET, HEAD' : method)).join(', ');
    app.all(patternOf(path), ({ env: { scope } }) => {
      scope.route = service.mountPath + path;
      const error = new ServiceError('method_not_allowed', { detail: `This address answers ${allow}.` });
      return problemResponse(error, scope, service.clock.now(), { allow });
    });
  }
}
