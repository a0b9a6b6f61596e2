import { refuseNullOrigin } from '../http/refuse-null-origin.ts';
import { ServiceError } from '../service-error.ts';

/**
 * Refuses a form that another site's page sent. Nothing of a session is used here, so there is nothing to ride on;
 * still nobody is made to declare what they never saw. Old browsers say nothing, and are let through.
 * Throws `origin_not_allowed`.
 */
export function requireOwnForm(request: Request): void {
  refuseNullOrigin(request);
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  // A browser knows it better than a server behind a proxy, which may not know its own address.
  if (site === 'same-origin') return;
  const isOwn = origin === null || origin === new URL(request.url).origin;
  if (isOwn && (site === null || site === 'none')) return;
  throw new ServiceError('origin_not_allowed', { detail: 'Fill in the form on the page itself.' });
}
