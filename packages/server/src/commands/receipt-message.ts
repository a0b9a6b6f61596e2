import type { Receipt } from '@leavewell/contract';
import type { ReceiptMessage } from '../ports/message-sender.ts';
import type { MemberRecord, OutboxRecord } from '../ports/store.ts';

function addressOf({ email, phone }: MemberRecord): Pick<ReceiptMessage, 'channel' | 'to'> | null {
  if (email !== null) return { channel: 'email', to: email };
  return phone === null ? null : { channel: 'sms', to: phone };
}

/** The receipt for the member's mail, else their phone, as an outbox row due at once; null when there is neither. */
export function receiptMessage(member: MemberRecord, receipt: Receipt, now: string): OutboxRecord | null {
  const address = addressOf(member);
  if (address === null) return null;
  const { tenantId, id: memberId, name: memberName, language } = member;
  const id = crypto.randomUUID();
  return {
    tenantId,
    id,
    message: { kind: 'receipt', id, tenantId, memberId, memberName, language, ...address, receipt },
    createdAt: now,
    dueAt: now,
    attempts: 0,
    closedAt: null,
  };
}
