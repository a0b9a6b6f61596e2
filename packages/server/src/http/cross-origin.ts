import type { Service } from '../service.ts';

/** As much of a service as says which pages may call. */
type Pages = Pick<Service, 'allowedOrigins' | 'mountPath' | 'usesHostLogin'>;

const exposed = 'ETag, Idempotent-Replayed, Retry-After, X-Request-Id';
const requestHeaders = 'Authorization, Content-Type, Idempotency-Key, If-Match, Accept-Language, X-Request-Id';
const preflightSeconds = 600;

/** The path as the router reads it, with its escapes undone; null when they are none. */
function pathOf(request: Request): string | null {
  try {
    return decodeURI(new URL(request.url).pathname);
  } catch {
    return null;
  }
}

/** Only members call from pages; the host's own operations and notices are for servers, and answer no origin. */
function isForMembers(request: Request, mountPath: string): boolean {
  const path = pathOf(request);
  return path !== null && !['host', 'webhooks'].some((part) => path.startsWith(`${mountPath}/v1/${part}/`));
}

/** What lets a page of exactly an allowed origin read the answer (CORS protocol of the Fetch standard). */
export function crossOriginHeaders(pages: Pages, request: Request): Readonly<Record<string, string>> {
  const origin = request.headers.get('origin');
  if (origin === null || !pages.allowedOrigins.includes(origin)) return {};
  if (!isForMembers(request, pages.mountPath)) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': exposed,
    ...(pages.usesHostLogin ? { 'access-control-allow-credentials': 'true' } : {}),
  };
}

/** The answer to a browser that asks whether it may send; `headers` say to which origin. */
export function answerPreflight(headers: Readonly<Record<string, string>>): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...headers,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': requestHeaders,
      'access-control-max-age': String(preflightSeconds),
    },
  });
}
