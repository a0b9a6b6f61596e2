import { randomText } from '../session/random-text.ts';

/** Digits and capitals without those that are mistaken for another when read aloud or by hand: 0 O 1 I L U. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** One of 656 billion, such as `CR-7F3K-29QD`; the store refuses one that is taken, and another is drawn. */
export function newReceiptId(prefix: string): string {
  return `${prefix}-${randomText(alphabet, 4)}-${randomText(alphabet, 4)}`;
}
