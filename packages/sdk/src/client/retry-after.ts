/**
 * How long an answer asks to wait before the next try, in milliseconds; undefined when it does not say. `Retry-After`
 * (RFC 9110, section 10.2.3) is a number of seconds or a date, which is compared with the server's own date where it can
 * be read: the reader's clock may be wrong.
 */
export function retryAfterOf({ headers }: Response): number | undefined {
  const said = headers.get('retry-after');
  if (!said) return undefined;
  const date = Date.parse(headers.get('date') ?? '') || Date.now();
  const wait = Number.isNaN(Number(said)) ? Date.parse(said) - date : Number(said) * 1000;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
