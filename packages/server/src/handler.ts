import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { checkOptions } from './check-options.ts';
import { createService } from './create-service.ts';
import type { HandlerOptions } from './handler-options.ts';
import { answerPreflight } from './http/cross-origin.ts';
import { keepPace } from './http/even-pace.ts';
import { mountRoutes, type HandlerEnv } from './http/mount-routes.ts';
import { problemResponse, toServiceError } from './http/problem-response.ts';
import { openScope, type RequestScope } from './http/request-scope.ts';
import type { Connection } from './limits/client-address.ts';
import { logFailure, logRequest } from './logging/log-request.ts';
import { inSpan, type Span } from './logging/tracer.ts';
import type { OutboxRunner } from './outbox/outbox-runner.ts';
import { mountPublicPages } from './public/mount-public-pages.ts';
import { mountDocuments } from './routes/documents.ts';
import { mountHealth } from './routes/health.ts';
import { routes } from './routes/routes.ts';
import { ServiceError } from './service-error.ts';
import type { Service } from './service.ts';
import { stepUpChallenge } from './verification/host-login.ts';

const maxBodyBytes = 64 * 1024;

/** A problem document for whatever was thrown; what is not the caller's fault is logged. */
function answerFailure(service: Service, thrown: unknown, request: Request, scope: RequestScope): Response {
  const error = toServiceError(thrown);
  const isStepUp = error.code === 'step_up_required' && service.stepUp !== null;
  const headers = isStepUp ? { 'www-authenticate': stepUpChallenge(service.stepUp) } : {};
  const response = problemResponse(error, scope, service.clock.now(), headers);
  if (error.status >= 500) logFailure(service, scope, request, error.cause ?? error);
  return response;
}

function createApp(service: Service): Hono<HandlerEnv> {
  const app = new Hono<HandlerEnv>().basePath(service.mountPath);
  mountHealth(app, service);
  app.use('*', async ({ req, env: { scope } }, next) => {
    await service.floodGate(req.raw, scope.address);
    await next();
  });
  app.options('*', ({ env: { scope } }) => answerPreflight(scope.headers));
  app.on(['POST', 'PUT'], '*', bodyLimit({ maxSize: maxBodyBytes, onError: refuseLargeBody }));
  mountRoutes(app, Object.values(routes), service);
  mountPublicPages(app, service);
  mountDocuments(app, service);
  app.notFound(() => {
    throw new ServiceError('not_found', { detail: 'No operation has this address; see openapi.json.' });
  });
  app.onError((thrown, { req, env: { scope } }) => answerFailure(service, thrown, req.raw, scope));
  return app;
}

function refuseLargeBody(): never {
  throw new ServiceError('payload_too_large', { detail: `Send at most ${maxBodyBytes} bytes.` });
}

/** Answers one request. `connection` says where it came from, as far as the runtime knows. */
export type Handler = (request: Request, connection?: Connection) => Promise<Response>;

/** What one process runs. */
export interface LeavewellServer {
  readonly handler: Handler;
  readonly outbox: OutboxRunner;
}

/**
 * The whole server as one function from a request to its answer, for any runtime that speaks `fetch`.
 * Answers are never cached and never sniffed; failures are problem documents (RFC 9457) with a stable `code`.
 * Throws TypeError for options that could not work, naming the option.
 */
export function createHandler(options: HandlerOptions): Handler {
  return createServer(options).handler;
}

/** The handler together with the runner of what requests leave to be done; start that once in every process. */
export function createServer(options: HandlerOptions): LeavewellServer {
  checkOptions(options);
  const service = createService(options);
  return { handler: handlerOf(service), outbox: service.outbox };
}

function handlerOf(service: Service): Handler {
  const app = createApp(service);
  const answer = async (request: Request, scope: RequestScope): Promise<Response> => {
    try {
      return await app.fetch(request, { scope });
    } catch (thrown) {
      // Hono passes on what was thrown and is no Error.
      return answerFailure(service, thrown, request, scope);
    }
  };
  return async (request, connection = {}) => {
    const scope = openScope(service, request, connection);
    const response = await inSpan(service.tracer, request.method, { 'http.request.method': request.method }, (span) =>
      answer(request, scope).then((answered) => describeSpan(span, scope, request.method, answered)),
    );
    await keepPace(scope.code, scope.beganAt);
    logRequest(service, scope, request.method, response.status);
    return response;
  };
}

/** Names the span by the path's pattern, in the words of OpenTelemetry's conventions for HTTP. */
function describeSpan(span: Span, { route, code }: RequestScope, method: string, response: Response): Response {
  if (route !== null) {
    span.updateName(`${method} ${route}`);
    span.setAttribute('http.route', route);
  }
  span.setAttribute('http.response.status_code', response.status);
  if (code !== null) span.setAttribute('error.type', code);
  if (response.status >= 500) span.setStatus({ code: 2 });
  return response;
}
