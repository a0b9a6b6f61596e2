import type { Receipt } from '@leavewell/contract';
import { chooseReceiptVoice } from '@leavewell/locales/receipts';
import { receiptFile, type ReceiptFile } from './receipt-file.ts';
import type { ReceiptFormat } from './receipt-format.ts';
import type { ReceiptKey } from './receipt-key.ts';

const attached: readonly ReceiptFormat[] = ['text', 'html', 'ics', 'jws'];

/**
 * Every file of a receipt that a mail may carry: text, page, calendar entry and signed form; those that cannot be had
 * are left out.
 * @param language - BCP 47 tag of the member; English where we do not write in it
 * @param keys - the first signs; none, and nothing is signed
 */
export async function receiptFiles(
  receipt: Receipt,
  language: string,
  keys: readonly ReceiptKey[],
): Promise<readonly ReceiptFile[]> {
  const press = { voice: chooseReceiptVoice([language]), keys };
  const files = await Promise.all(attached.map((format) => receiptFile(format, receipt, press)));
  return files.filter((file) => file !== null);
}
