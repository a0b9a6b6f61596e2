import type { LogEntry } from './log-entry.ts';
import type { RequestScope } from '../http/request-scope.ts';
import type { Service } from '../service.ts';
import { describeError } from './describe-error.ts';
import { wordsIn } from './scrub.ts';

/** What is known of a request, in the words of a log. */
function factsOf({ requestId, route, tenantId, code }: RequestScope, method: string) {
  return {
    requestId,
    method,
    ...(route === null ? {} : { route }),
    ...(tenantId === null ? {} : { tenantId }),
    ...(code === null ? {} : { code }),
  };
}

/** One line for one request: the path's pattern and not the address, which may hold what a person typed. */
export function logRequest({ log, clock }: Service, scope: RequestScope, method: string, status: number): void {
  const entry: LogEntry = {
    level: 'info',
    message: `${method} ${scope.route ?? '*'} ${status}`,
    ...factsOf(scope, method),
    status,
    durationMs: clock.now().getTime() - scope.startedAt,
  };
  log(entry);
}

/** What a request failed of, without anything its caller said or is. */
export function logFailure({ log }: Service, scope: RequestScope, request: Request, error: unknown): void {
  const query = request.url.split('?')[1] ?? '';
  const said = wordsIn([scope.said, secretHeaders(request.headers), [...new URLSearchParams(query).values()]]);
  log({
    level: 'error',
    message: `request failed: ${scope.code ?? 'internal'}`,
    ...factsOf(scope, request.method),
    error: describeError(error, [...said]),
  });
}

/** What headers say that is nobody else's business; cookies also one by one. */
function secretHeaders(headers: Headers): string[] {
  const values = ['authorization', 'idempotency-key', 'cookie'].map((name) => headers.get(name) ?? '');
  return [...values, ...values.flatMap((value) => value.split(/[;= ]+/))];
}
