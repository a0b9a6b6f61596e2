import { fromBase64Url } from '../../session/base64url.ts';

/**
 * Whether what the browser collected was asked for by our own page and not by a frame within another's: the library
 * lets a frame pass when the browser does not name the page around it (WebAuthn Level 3, section 7.2, step 14).
 */
export function isFromOwnPage(clientDataJSON: string): boolean {
  try {
    const collected: unknown = JSON.parse(new TextDecoder().decode(fromBase64Url(clientDataJSON) ?? new Uint8Array()));
    if (typeof collected !== 'object' || collected === null) return false;
    const crossOrigin: unknown = Reflect.get(collected, 'crossOrigin');
    return (crossOrigin === undefined || crossOrigin === false) && !('topOrigin' in collected);
  } catch {
    return false;
  }
}
