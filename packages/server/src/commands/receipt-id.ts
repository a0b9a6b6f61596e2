import type { StoreRows } from '../ports/store.ts';
import { randomText } from '../session/random-text.ts';

/** Digits and capitals without those that are mistaken for another when read aloud or by hand: 0 O 1 I L U. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A receipt id that the tenant does not have yet, such as `CR-7F3K-29QD`. */
export async function newReceiptId(rows: StoreRows, tenantId: string, prefix: string): Promise<string> {
  for (;;) {
    const id = `${prefix}-${randomText(alphabet, 4)}-${randomText(alphabet, 4)}`;
    if ((await rows.getReceipt(tenantId, id)) === undefined) return id;
  }
}
