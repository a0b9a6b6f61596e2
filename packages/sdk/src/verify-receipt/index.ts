export { isReceiptError, ReceiptError, type ReceiptErrorCode } from './receipt-error.ts';
export { verifyReceipt, type ReceiptKeySet, type VerifiedReceipt } from './verify-receipt.ts';
export type { Receipt } from '@leavewell/contract';
