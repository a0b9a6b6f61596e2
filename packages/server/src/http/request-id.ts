/**
 * The `X-Request-Id` of whoever calls or stands before us, when it is a plain token, else a new one. It goes into logs
 * and headers, so nothing else is taken over.
 */
export function requestIdOf(headers: Headers): string {
  const given = headers.get('x-request-id');
  return given !== null && /^[\w.-]{1,64}$/.test(given) ? given : crypto.randomUUID();
}
