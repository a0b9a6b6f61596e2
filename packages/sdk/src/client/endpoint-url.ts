import { MemberError } from '../member-error.ts';

/** Stands for the origin when the host gives its own `fetch` and there is no page; nothing is ever sent there. */
const placeholder = 'http://in-process.invalid';

/** Workers have no document; servers, mini programs and native apps have neither. */
const page: Partial<Pick<typeof globalThis, 'document' | 'location'>> = globalThis;

/**
 * The full address of the mount path, without a slash at its end.
 * @throws MemberError `not_configured` when the endpoint is missing, no http address, or relative where no page is
 */
export function endpointUrl(endpoint: string, hasOwnFetch: boolean): string {
  const bases = [page.document?.baseURI ?? page.location?.href, ...(hasOwnFetch ? [placeholder] : [])];
  let cause: unknown = new TypeError('endpoint: give a mount path such as "/leavewell", or its full address');
  if (/^[^\s?#]+$/.test(endpoint ?? '')) {
    for (const base of bases) {
      try {
        const { protocol, origin, pathname } = new URL(endpoint, base);
        if (/^https?:$/.test(protocol)) return origin + pathname.replace(/\/+$/, '');
      } catch (error) {
        cause = error;
      }
    }
  }
  throw new MemberError('not_configured', { retryable: false, cause });
}
