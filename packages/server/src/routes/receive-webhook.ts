import { operations, type WebhookTaken } from '@leavewell/contract';
import { providerRoute } from '../http/route.ts';
import { ServiceError } from '../service-error.ts';
import { takeNotice } from '../webhooks/in/take-notice.ts';

/** Takes a notice of a billing company. Whether it was known, or about nothing of ours, makes no difference outside. */
export const receiveWebhook = providerRoute(operations.receiveWebhook, async (call, body) => {
  const { service, id: name, headers, now } = call;
  const provider = service.providers.get(name);
  if (!provider?.notice) {
    throw new ServiceError('not_found', { detail: 'No billing company of this name sends notices here.' });
  }
  await takeNotice(service, name, await provider.notice(body, headers, now), now);
  service.outbox.kick();
  const taken: WebhookTaken = { received: true };
  return { body: taken };
});
