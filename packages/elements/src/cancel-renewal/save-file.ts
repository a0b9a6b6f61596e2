import type { ReceiptFormat } from '@leavewell/sdk';

const endings: Readonly<Record<ReceiptFormat, string>> = { text: 'txt', html: 'html', calendar: 'ics', jws: 'jws' };

/** Hands a receipt to the browser to save. Nothing is opened, and nothing leaves the page. */
export function saveFile(file: Blob, receiptId: string, format: ReceiptFormat): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${receiptId}.${endings[format]}`;
  link.click();
  // The browser has taken it by then; before that, some save nothing.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
