import type { HandlerOptions } from '../../handler-options.ts';
import type { WebhookAddress } from './webhook-address.ts';
import { webhookSecretBytes } from './webhook-secret.ts';

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

/** Which option is at fault, and what to give instead. Never tells a secret. */
export interface WebhookFault {
  readonly option: string;
  readonly remedy: string;
}

/** What is wrong with the addresses that an operator gave; the first fault of each. */
export function webhookFaults({ webhooks = [], webhookTransport: transport }: HandlerOptions): WebhookFault[] {
  if (!Array.isArray(webhooks)) return [{ option: 'webhooks', remedy: 'give a list of { tenantId, url, secrets }.' }];
  if (webhooks.length > 0 && typeof transport?.post !== 'function') {
    const remedy = 'give nodeWebhookTransport() of @leavewell/server/node, or an object with post(url, headers, body).';
    return [{ option: 'webhookTransport', remedy }];
  }
  const keys = webhooks.map(({ tenantId, url }) => `${tenantId} ${url}`);
  return webhooks.flatMap((webhook, index) => {
    const isRepeated = keys.indexOf(`${webhook.tenantId} ${webhook.url}`) !== index;
    const fault = isRepeated
      ? { option: 'url', remedy: 'give every address of a tenant once.' }
      : faultOf(webhook, transport?.allowsPrivate === true);
    return fault ? [{ ...fault, option: `webhooks[${index}].${fault.option}` }] : [];
  });
}

function faultOf({ tenantId, url, secrets }: WebhookAddress, allowsPrivate: boolean): WebhookFault | null {
  if (typeof tenantId !== 'string' || tenantId === '') {
    return { option: 'tenantId', remedy: 'give the id of the tenant.' };
  }
  const urlRemedy = remedyOfUrl(URL.parse(url), allowsPrivate);
  if (urlRemedy !== null) return { option: 'url', remedy: urlRemedy };
  if (Array.isArray(secrets) && secrets.length > 0 && secrets.every(isSecret)) return null;
  return { option: 'secrets', remedy: 'give at least one, each "whsec_" and 24 to 64 random bytes in base64.' };
}

function remedyOfUrl(url: URL | null, allowsPrivate: boolean): string | null {
  if (url === null) return 'give a whole address, such as "https://www.example.com/hooks".';
  if (url.username !== '' || url.password !== '' || url.hash !== '') {
    return 'give it without user, password and fragment; the signature proves who is calling.';
  }
  if (url.protocol === 'https:') return null;
  if (url.protocol === 'http:' && allowsPrivate && loopbackNames.includes(url.hostname)) return null;
  return 'must start with https://; http:// goes only to the own machine, with a transport that has allowsPrivate.';
}

function isSecret(secret: unknown): boolean {
  const { length } = (typeof secret === 'string' ? webhookSecretBytes(secret) : null) ?? { length: 0 };
  return length >= 24 && length <= 64;
}
