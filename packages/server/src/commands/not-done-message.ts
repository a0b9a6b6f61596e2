import { chooseText } from '../rules/choose-text.ts';
import { newTask } from '../outbox/new-task.ts';
import type { IntentRecord, MemberRecord, MembershipRecord, OutboxRecord } from '../ports/store.ts';
import { messageAddress } from './message-address.ts';

/** Tells a member that what was under way came to nothing; null when there is no address. One for one intent. */
export function notDoneMessage(
  member: MemberRecord,
  record: MembershipRecord,
  intent: IntentRecord,
  now: string,
): OutboxRecord | null {
  const address = messageAddress(member);
  if (address === null) return null;
  const { tenantId, id: memberId, name: memberName, language } = member;
  const id = `not-done-${intent.id}`;
  return newTask({
    tenantId,
    id,
    task: {
      kind: 'send',
      message: {
        kind: 'command_failed',
        id,
        tenantId,
        memberId,
        memberName,
        language,
        ...address,
        command: intent.command,
        membershipId: record.id,
        planName: chooseText(record.plan.name, [language]),
        requestedAt: intent.startedAt,
        timeZone: record.timeZone,
      },
    },
    createdAt: now,
    dueAt: now,
  });
}
