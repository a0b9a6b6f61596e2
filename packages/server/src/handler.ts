import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { routePath } from 'hono/route';
import { checkOptions } from './check-options.ts';
import type { HandlerOptions } from './handler-options.ts';
import { mountRoutes, type HandlerEnv } from './http/mount-routes.ts';
import { problemResponse, toServiceError } from './http/problem-response.ts';
import { mountDocuments } from './routes/documents.ts';
import { routes } from './routes/routes.ts';
import { ServiceError } from './service-error.ts';
import { createService, type Service } from './service.ts';

const maxBodyBytes = 64 * 1024;

/** Which other origins may call the member operations; the host's own are for servers and answer no origin. */
function crossOrigin({ allowedOrigins, mountPath, usesHostLogin }: Service) {
  const isForMembers = (path: string) => !path.startsWith(`${mountPath}/v1/host/`);
  return cors({
    origin: (origin, context) => (allowedOrigins.includes(origin) && isForMembers(context.req.path) ? origin : null),
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'Accept-Language'],
    exposeHeaders: ['ETag', 'Idempotent-Replayed', 'Retry-After', 'X-Request-Id'],
    maxAge: 600,
    credentials: usesHostLogin,
  });
}

/** A problem document for whatever was thrown; what is not the caller's fault is logged whole. */
function answerFailure({ clock, log }: Service, thrown: unknown, requestId: string): Response {
  const error = toServiceError(thrown);
  if (error.status >= 500) {
    log({ level: 'error', message: `request failed: ${error.code}`, requestId, error: error.cause ?? error });
  }
  return problemResponse(error, requestId, clock.now());
}

function createApp(service: Service): Hono<HandlerEnv> {
  const app = new Hono<HandlerEnv>().basePath(service.mountPath);
  app.use('*', async (context, next) => {
    await next();
    // The pattern and not the address, which may hold what a person typed.
    const message = `${context.req.method} ${routePath(context, -1)} ${context.res.status}`;
    service.log({ level: 'info', message, requestId: context.env.requestId });
  });
  app.use('*', crossOrigin(service));
  app.use('*', bodyLimit({ maxSize: maxBodyBytes, onError: refuseLargeBody }));
  mountRoutes(app, Object.values(routes), service);
  mountDocuments(app, service);
  app.notFound(() => {
    throw new ServiceError('not_found', { detail: 'No operation has this address; see openapi.json.' });
  });
  app.onError((thrown, context) => answerFailure(service, thrown, context.env.requestId));
  return app;
}

function refuseLargeBody(): never {
  throw new ServiceError('payload_too_large', { detail: `Send at most ${maxBodyBytes} bytes.` });
}

/**
 * The whole server as one function from a request to its answer, for any runtime that speaks `fetch`.
 * Answers are never cached and never sniffed; failures are problem documents (RFC 9457) with a stable `code`.
 * Throws TypeError for options that could not work, naming the option.
 */
export function createHandler(options: HandlerOptions): (request: Request) => Promise<Response> {
  checkOptions(options);
  const service = createService(options);
  const app = createApp(service);
  const answer = async (request: Request, requestId: string): Promise<Response> => {
    try {
      return await app.fetch(request, { requestId });
    } catch (thrown) {
      // Hono passes on what was thrown and is no Error.
      return answerFailure(service, thrown, requestId);
    }
  };
  return async (request) => {
    const requestId = crypto.randomUUID();
    const response = await answer(request, requestId);
    response.headers.set('x-request-id', requestId);
    response.headers.set('cache-control', 'no-store');
    response.headers.set('x-content-type-options', 'nosniff');
    return response;
  };
}
