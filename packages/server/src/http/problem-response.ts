import { serverErrors, type Problem } from '@leavewell/contract';
import { ServiceError } from '../service-error.ts';
import type { RequestScope } from './request-scope.ts';

/** Reason phrases of RFC 9110 and RFC 6585, for the title that goes with `about:blank` (RFC 9457, section 4.2.1). */
const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
};

/** Seconds after which another try makes sense. */
const retryAfter: Readonly<Record<string, number>> = { in_progress: 1, provider_unavailable: 5, store_unavailable: 5 };

/** What an error may say to the caller. Whatever is not meant for them becomes `internal` without a detail. */
export function toServiceError(error: unknown): ServiceError {
  return error instanceof ServiceError ? error : new ServiceError('internal', {}, { cause: error });
}

function secondsToWait({ code, details }: ServiceError, now: Date): number | null {
  if (details.retryAt === undefined) return retryAfter[code] ?? null;
  return Math.max(1, Math.ceil((Date.parse(details.retryAt) - now.getTime()) / 1000));
}

/** A problem document, RFC 9457, with `Retry-After` where another try makes sense. */
export function problemResponse(
  error: ServiceError,
  scope: RequestScope,
  now: Date,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const { status, code, details } = error;
  scope.code = code;
  const title = titles[status] ?? 'Internal Server Error';
  const problem: Problem = { type: 'about:blank', title, status, code, requestId: scope.requestId, ...details };
  const seconds = secondsToWait(error, now);
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      ...scope.headers,
      'content-type': 'application/problem+json',
      ...(seconds === null ? {} : { 'retry-after': String(seconds) }),
      ...(status === serverErrors.session_missing ? { 'www-authenticate': 'Bearer' } : {}),
      ...headers,
    },
  });
}
