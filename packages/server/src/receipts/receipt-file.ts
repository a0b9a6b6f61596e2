import type { Receipt } from '@leavewell/contract';
import type { ReceiptVoice } from '@leavewell/locales/receipts';
import { receiptCalendar } from './receipt-calendar.ts';
import { receiptTypes, type ReceiptFormat } from './receipt-format.ts';
import { receiptHtml } from './receipt-html.ts';
import type { ReceiptKey } from './receipt-key.ts';
import { receiptPolicy } from './receipt-style.ts';
import { receiptText } from './receipt-text.ts';
import { signReceipt } from './sign-receipt.ts';

/** A receipt in one form, as a file to keep. */
export interface ReceiptFile {
  readonly format: ReceiptFormat;
  /** Fit for every file system: `receipt-CR-7F3K-29QD.html`. */
  readonly name: string;
  readonly contentType: string;
  readonly content: string;
}

/** What a receipt is written with. */
export interface ReceiptPress {
  readonly voice: ReceiptVoice;
  /** The first signs. */
  readonly keys: readonly ReceiptKey[];
}

type Write = (receipt: Receipt, press: ReceiptPress) => string | null | Promise<string | null>;

const writers: Readonly<Record<ReceiptFormat, Write>> = {
  json: (receipt) => JSON.stringify(receipt),
  text: (receipt, { voice }) => receiptText(voice, receipt),
  html: async (receipt, { voice }) => receiptHtml(voice, receipt, await receiptPolicy()),
  ics: (receipt, { voice }) => receiptCalendar(voice, receipt),
  jws: (receipt, { keys: [key] }) => (key ? signReceipt(receipt, key) : null),
};

const endings: Readonly<Record<ReceiptFormat, string>> = {
  json: 'json',
  text: 'txt',
  html: 'html',
  ics: 'ics',
  jws: 'jws',
};

function contentTypeOf(format: ReceiptFormat): string {
  const type = receiptTypes[format];
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type;
}

/** One form of a receipt; null where it cannot be had: no day to enter in a calendar, or no key to sign with. */
export async function receiptFile(
  format: ReceiptFormat,
  receipt: Receipt,
  press: ReceiptPress,
): Promise<ReceiptFile | null> {
  const content = await writers[format](receipt, press);
  if (content === null) return null;
  const name = `receipt-${receipt.id.replace(/[^A-Za-z0-9-]/g, '_')}.${endings[format]}`;
  return { format, name, contentType: contentTypeOf(format), content };
}
