import { findProfile } from '@leavewell/policies';
import { formatInstant } from '../calendar/instant.ts';
import { hasPassed } from '../calendar/has-passed.ts';
import type { MemberCall } from '../http/call.ts';
import type { TaskHandler } from '../outbox/task-handler.ts';
import type { IntentRecord, MemberRecord } from '../ports/store.ts';
import type { SettleTask } from '../ports/task.ts';
import { ServiceError } from '../service-error.ts';
import type { Service } from '../service.ts';
import { notDoneMessage } from './not-done-message.ts';
import { carryOut } from './run-renewal-command.ts';

const firstDelaySeconds = 5;
const maxDelaySeconds = 15 * 60;

/**
 * Brings an intent to its end for a member who is not there any more: the process was lost on the way, or the company
 * has not confirmed. Asks as often as it takes; a refusal is told to the member, who was told that it is under way.
 */
export const settleIntent: TaskHandler<SettleTask> = async (service, { tenantId, attempts, task }) => {
  const { member, intent } = await service.store.read(async (rows) => ({
    member: await rows.getMember(tenantId, task.memberId),
    intent: await rows.findIntent(tenantId, task.memberId, task.idempotencyKey),
  }));
  if (!member || !intent || intent.answer) return 'done';
  const now = service.clock.now();
  if (!hasPassed(intent.leasedUntil, now)) return { dueAt: intent.leasedUntil, attempts };
  const { status } = await settle(callOf(service, member, intent, now), intent);
  return status === 202 ? { dueAt: afterDelay(now, attempts), attempts } : 'done';
};

function afterDelay(now: Date, attempts: number): string {
  const seconds = Math.min(firstDelaySeconds * 2 ** attempts, maxDelaySeconds);
  return formatInstant(new Date(now.getTime() + seconds * 1000));
}

function callOf(service: Service, viewer: MemberRecord, intent: IntentRecord, now: Date): MemberCall {
  return {
    service,
    viewer,
    now,
    place: { session: findProfile(intent.place) ?? null, server: service.policies.home },
    authentication: null,
    languages: [viewer.language],
    headers: new Headers(),
    id: intent.membershipId,
  };
}

async function settle(call: MemberCall, intent: IntentRecord): Promise<{ readonly status: number }> {
  try {
    return await carryOut(call, {
      command: intent.command,
      membershipId: intent.membershipId,
      proof: undefined,
      channel: intent.channel,
      declaration: intent.declaration,
      proofHash: null,
      idempotencyKey: intent.idempotencyKey,
      requestHash: intent.requestHash,
      ifMatch: null,
    });
  } catch (error) {
    if (!(error instanceof ServiceError) || error.status >= 500) throw error;
    // Another process has it in hand; it will be looked at again.
    if (error.code === 'in_progress' || error.code === 'version_conflict') return { status: 202 };
    await tellNotDone(call, intent);
    return { status: error.status };
  }
}

async function tellNotDone({ service, viewer, now }: MemberCall, intent: IntentRecord): Promise<void> {
  await service.store.transaction(async (rows) => {
    const record = await rows.getMembership(viewer.tenantId, intent.membershipId);
    const message = record && notDoneMessage(viewer, record, intent, formatInstant(now));
    if (message && !(await rows.getOutbox(viewer.tenantId, message.id))) await rows.addToOutbox(message);
  });
}
