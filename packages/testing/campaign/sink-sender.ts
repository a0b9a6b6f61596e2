import type { MessageSender } from '@leavewell/server';

const timeoutMs = 5000;

/** Hands messages to the campaign's gateway; a refusal repeats the gateway's own words, as adapters of hosts do. */
export function sinkSender(url: string): MessageSender {
  return {
    async send(message) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': message.id },
        body: JSON.stringify(message),
        signal: AbortSignal.timeout(timeoutMs),
      });
      const answer = await response.text();
      if (!response.ok) throw new Error(`the gateway answered ${response.status}: ${answer}`);
    },
  };
}
