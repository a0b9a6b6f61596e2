import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createReceiptKey } from '../receipts/create-receipt-key.ts';
import type { ReceiptKey } from '../receipts/receipt-key.ts';
import { UsageError } from './usage-error.ts';

/**
 * The keys that sign receipts: a list in LEAVEWELL_RECEIPT_KEYS as JSON, else one in a file of the folder that is made at
 * the first start. Throws UsageError for what is no list of keys.
 */
export async function receiptKeysOf(folder: string, listed: string | null): Promise<ReceiptKey[]> {
  if (listed !== null) return parseKeys(listed, 'LEAVEWELL_RECEIPT_KEYS');
  const file = join(folder, 'receipt-keys.json');
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null) return parseKeys(kept, 'receipt-keys.json in the folder');
  const keys = [await createReceiptKey(crypto.randomUUID().slice(0, 8))];
  await writeFile(file, JSON.stringify(keys), { mode: 0o600, flush: true });
  return keys;
}

function parseKeys(text: string, where: string): ReceiptKey[] {
  try {
    const keys: unknown = JSON.parse(text);
    if (Array.isArray(keys)) return keys;
  } catch {}
  throw new UsageError(`${where} is no list of keys: make one with createReceiptKey(kid) of @leavewell/server/receipts`);
}
