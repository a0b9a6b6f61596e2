import type { ReceiptMessage } from '../ports/message-sender.ts';
import type { MemberRecord } from '../ports/store.ts';

/** Where a member is written to: their mail, else their phone; null when there is neither. */
export function messageAddress({ email, phone }: MemberRecord): Pick<ReceiptMessage, 'channel' | 'to'> | null {
  if (email !== null) return { channel: 'email', to: email };
  return phone === null ? null : { channel: 'sms', to: phone };
}
