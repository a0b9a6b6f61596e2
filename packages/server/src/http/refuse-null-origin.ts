import { ServiceError } from '../service-error.ts';

/**
 * Refuses a change from a page without an origin: a sandboxed frame, a file, or a redirect across sites. It names no
 * page, so it is in no allow-list, whatever else the request carries.
 */
export function refuseNullOrigin(request: Request): void {
  if (request.method === 'GET' || request.headers.get('origin') !== 'null') return;
  throw new ServiceError('origin_not_allowed', {
    detail: 'A page of no origin may change nothing: serve it from a site.',
  });
}
