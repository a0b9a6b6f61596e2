/** The token of `Authorization: Bearer …` (RFC 6750), or null. */
export function bearerToken(headers: Headers): string | null {
  return /^Bearer +([\x21-\x7e]+) *$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null;
}
