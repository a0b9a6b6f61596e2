import type { Receipt } from '@leavewell/contract';
import { newTask } from '../outbox/new-task.ts';
import type { MemberRecord, OutboxRecord } from '../ports/store.ts';
import { messageAddress } from './message-address.ts';

/** The receipt for the member's mail, else their phone, as an outbox row due at once; null when there is neither. */
export function receiptMessage(member: MemberRecord, receipt: Receipt, now: string): OutboxRecord | null {
  const address = messageAddress(member);
  if (address === null) return null;
  const { tenantId, id: memberId, name: memberName, language } = member;
  const id = crypto.randomUUID();
  return newTask({
    tenantId,
    id,
    task: {
      kind: 'send',
      message: { kind: 'receipt', id, tenantId, memberId, memberName, language, ...address, receipt },
    },
    createdAt: now,
    dueAt: now,
  });
}
