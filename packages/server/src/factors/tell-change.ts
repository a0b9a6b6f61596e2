import { messageAddress } from '../commands/message-address.ts';
import { formatInstant } from '../calendar/instant.ts';
import type { MemberCall } from '../http/call.ts';
import { newTask } from '../outbox/new-task.ts';
import type { FactorRecord } from '../ports/filed-record.ts';
import type { FactorChangedMessage } from '../ports/message-sender.ts';
import type { MemberRecord, StoreRows } from '../ports/store.ts';
import { visibleMemberships } from '../rules/may-see.ts';

/** Members have no zone of their own. */
async function zoneOf(rows: StoreRows, viewer: MemberRecord): Promise<string> {
  const filter = { ...visibleMemberships(viewer), accountId: null, afterId: null, limit: 1 };
  const [first] = await rows.listMemberships(viewer.tenantId, filter);
  return first?.timeZone ?? 'UTC';
}

/**
 * Has the member told that a way to verify was set up or taken away, in the transaction that does it. Nobody is told who
 * has neither mail nor phone.
 */
export async function tellChange(
  rows: StoreRows,
  { viewer, now }: MemberCall,
  change: FactorChangedMessage['change'],
  { method, label }: Pick<FactorRecord, 'method' | 'label'>,
): Promise<void> {
  const address = messageAddress(viewer);
  if (address === null) return;
  const { tenantId, id: memberId, name: memberName, language } = viewer;
  const [id, changedAt] = [crypto.randomUUID(), formatInstant(now)];
  const said = { change, method, label, changedAt, timeZone: await zoneOf(rows, viewer) };
  const message = { kind: 'factor_changed', id, tenantId, memberId, memberName, language, ...address, ...said } as const;
  await rows.addToOutbox(
    newTask({ tenantId, id, task: { kind: 'send', message }, createdAt: changedAt, dueAt: changedAt }),
  );
}
