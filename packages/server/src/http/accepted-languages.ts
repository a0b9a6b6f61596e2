import { parseAccept } from 'hono/utils/accept';

/** The languages of `Accept-Language` (RFC 9110, section 12.5.4), best first, without those refused by `q=0`. */
export function acceptedLanguages(headers: Headers): string[] {
  return parseAccept(headers.get('accept-language') ?? '')
    .filter(({ type, q }) => q > 0 && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(type))
    .map(({ type }) => type)
    .slice(0, 20);
}
