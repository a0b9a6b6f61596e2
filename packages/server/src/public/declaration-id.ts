import { canonicalJson } from '../membership/canonical-json.ts';
import { digestOf } from '../session/digest.ts';
import { fromBase64Url } from '../session/base64url.ts';
import type { Declared } from './public-request.ts';

/** Digits and capitals without those that are mistaken for another when read aloud or by hand, as in receipts. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The reference of a declaration, `PD-7F3K-29QD`: one of 656 billion, drawn from all of what was sent, so that sending
 * it once more finds the same record. It gives nothing away and lets nobody in: who asks for one sends its content.
 * @param attempt - 0 at first; another one for content whose reference is another's by chance
 */
export async function declarationId(tenantId: string, declared: Declared, attempt: number): Promise<string> {
  const bytes = fromBase64Url(await digestOf(canonicalJson({ tenantId, ...declared, attempt }))) ?? new Uint8Array();
  // Of four bytes each, the lean towards the first characters is less than one in a hundred million.
  const characters = Array.from({ length: 8 }, (_, index) => {
    const drawn = bytes.subarray(index * 4, index * 4 + 4).reduce((sum, byte) => sum * 256 + byte, 0);
    return alphabet[drawn % alphabet.length];
  });
  return `PD-${characters.slice(0, 4).join('')}-${characters.slice(4).join('')}`;
}
