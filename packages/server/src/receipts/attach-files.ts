import type { Message } from '../ports/message-sender.ts';
import type { ReceiptKey } from './receipt-key.ts';
import { receiptFiles } from './receipt-files.ts';

/**
 * Gives the mail of a receipt its files, in the language of the member. They are made when it is sent, so that the
 * outbox keeps the receipt alone. An SMS carries nothing.
 */
export async function withFiles(message: Message, keys: readonly ReceiptKey[]): Promise<Message> {
  if (message.kind !== 'receipt' || message.channel !== 'email') return message;
  const files = await receiptFiles(message.receipt, message.language, keys);
  return { ...message, attachments: files.map(({ name, contentType, content }) => ({ name, contentType, content })) };
}
