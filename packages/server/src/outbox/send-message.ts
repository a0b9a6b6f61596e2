import { formatInstant } from '../calendar/instant.ts';
import type { DeliveryRecord } from '../ports/filed-record.ts';
import type { Message } from '../ports/message-sender.ts';
import type { SendTask } from '../ports/task.ts';
import { withFiles } from '../receipts/attach-files.ts';
import type { Service } from '../service.ts';
import { maxAttempts } from './max-attempts.ts';
import type { TaskHandler } from './task-handler.ts';

/** Which membership and which receipt a message is about. */
function subjectOf(message: Message): Pick<DeliveryRecord, 'membershipId' | 'receiptId'> {
  if (message.kind === 'receipt') return { membershipId: message.receipt.membershipId, receiptId: message.receipt.id };
  return { membershipId: 'membershipId' in message ? message.membershipId : null, receiptId: null };
}

/**
 * Files that the gateway took a message, or that it was given up: one record for one message, under its id. What was
 * delivered stays delivered when a repeat fails.
 */
async function fileDelivery(
  { store, clock }: Service,
  message: Message,
  outcome: DeliveryRecord['outcome'],
): Promise<void> {
  const { tenantId, id, memberId, kind, channel } = message;
  const at = formatInstant(clock.now());
  await store.transaction(async (rows) => {
    const known = await rows.getFiled('delivery', tenantId, id);
    if (known?.outcome === 'delivered') return;
    await rows.putFiled('delivery', { tenantId, id, memberId, kind, channel, at, outcome, ...subjectOf(message) });
  });
}

/** Hands a message to the host's gateway, with the same id on every try, and files what became of it. */
export const sendMessage: TaskHandler<SendTask> = async (service, { task: { message }, attempts }) => {
  try {
    await service.sender.send(await withFiles(message, service.receiptKeys));
  } catch (error) {
    if (attempts >= maxAttempts) await fileDelivery(service, message, 'failed');
    throw error;
  }
  await fileDelivery(service, message, 'delivered');
  return 'done';
};
