export { createReceiptKey } from './create-receipt-key.ts';
export { publishedKeys, type PublishedKey, type PublishedKeys } from './published-keys.ts';
export type { ReceiptFile } from './receipt-file.ts';
export { receiptFiles } from './receipt-files.ts';
export type { ReceiptFormat } from './receipt-format.ts';
export type { ReceiptKey } from './receipt-key.ts';
