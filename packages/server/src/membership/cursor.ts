import { ServiceError } from '../service-error.ts';
import { fromBase64Url, toBase64Url } from '../session/base64url.ts';

/** The place in a list after one id. It carries no rights: who may see what is asked again for every page. */
export function encodeCursor(id: string): string {
  return toBase64Url(new TextEncoder().encode(id));
}

/** What a text is answered with that is no cursor. */
export function cursorError(): ServiceError {
  const message = 'Not a cursor: send "nextCursor" of the page before, or leave it out.';
  return new ServiceError('invalid_request', { errors: [{ field: 'cursor', message }] });
}

/** The id of a cursor. Throws `invalid_request` for a text that is none. */
export function decodeCursor(cursor: string): string {
  const bytes = fromBase64Url(cursor);
  const id = bytes && new TextDecoder().decode(bytes);
  if (id && encodeCursor(id) === cursor) return id;
  throw cursorError();
}
