import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReceiptKey } from '@leavewell/server';
import { createReceiptKey } from '@leavewell/server/receipts';

/** The key that signs receipts: made at the first start, and kept, so that a receipt can be checked for years. */
export async function keptReceiptKey(folder: string): Promise<ReceiptKey> {
  const file = join(folder, 'receipt-key.json');
  if (!existsSync(file)) {
    const key = await createReceiptKey(new Date().getFullYear().toString());
    await writeFile(file, JSON.stringify(key), { mode: 0o600, flush: true });
  }
  return JSON.parse(await readFile(file, 'utf8'));
}
