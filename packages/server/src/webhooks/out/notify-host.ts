import { presentEvent } from '../../events/present-event.ts';
import type { TaskHandler } from '../../outbox/task-handler.ts';
import type { NotifyTask } from '../../ports/task.ts';
import { disableAddress, isDisabled } from './disabled-address.ts';
import { signDelivery } from './sign-delivery.ts';

/**
 * Delivers an event to one address of its tenant by Standard Webhooks. 2xx is taken, 410 ends all deliveries to the
 * address, and any other answer or none is a try that failed. An address that the operator took away hears no more.
 */
export const notifyHost: TaskHandler<NotifyTask> = async (service, row) => {
  const { store, clock, webhooks, webhookTransport, log } = service;
  const { tenantId, task } = row;
  const address = webhooks.find((one) => one.tenantId === tenantId && one.url === task.url);
  const event = await store.read(async (rows) =>
    (await isDisabled(rows, tenantId, task.url)) ? undefined : rows.getEvent(tenantId, task.eventId),
  );
  if (!address || !event || webhookTransport === null) return 'done';

  const body = JSON.stringify(presentEvent(event));
  const signature = await signDelivery({ id: event.id, sentAt: clock.now(), body }, address.secrets);
  const headers = { 'content-type': 'application/json', 'user-agent': 'leavewell', ...signature };
  const { status } = await webhookTransport.post(address.url, headers, body);
  if (status >= 200 && status < 300) return 'done';
  // The path and query may hold a secret of the host's own.
  const where = new URL(address.url).origin;
  if (status !== 410) throw new Error(`webhook: ${where} answered ${status}`);
  await store.transaction((rows) => disableAddress(rows, row, clock.now()));
  log({ level: 'error', message: `webhook: ${where} of ${tenantId} answered 410 and hears nothing more` });
  return 'done';
};
