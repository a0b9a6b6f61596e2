import { ServiceError } from '../service-error.ts';
import { bearerToken } from '../session/bearer-token.ts';

/**
 * Refuses a change that another site's page may have sent with the member's cookies. A bearer token is never sent by
 * itself, so it is enough; otherwise the browser must say that the page is ours or one of `allowedOrigins`.
 * `Origin: null` names no page.
 */
export function requireOwnPage(request: Request, allowedOrigins: readonly string[]): void {
  if (request.method === 'GET' || bearerToken(request.headers) !== null) return;
  const origin = request.headers.get('origin');
  const isOwn =
    request.headers.get('sec-fetch-site') === 'same-origin' ||
    (origin !== null && (origin === new URL(request.url).origin || allowedOrigins.includes(origin)));
  if (isOwn) return;
  throw new ServiceError('origin_not_allowed', {
    detail: 'Call from a page of the same origin or of one in "allowedOrigins", or send a bearer token.',
  });
}
