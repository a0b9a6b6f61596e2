import type { MessageSender } from '../ports/message-sender.ts';

const timeoutMs = 10_000;

/**
 * Hands every message as JSON to one address of the host, by POST. `Idempotency-Key` is the message's id, so that a
 * repeat can be dropped. Anything but a 2xx answer within ten seconds counts as not accepted.
 */
export function httpSender(url: string): MessageSender {
  return {
    async send(message) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': message.id },
        body: JSON.stringify(message),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`the message gateway answered ${response.status}`);
    },
  };
}

/** For a host without a gateway: receipts stay readable in the member center, and codes are refused. */
export const noSender: MessageSender = {
  async send({ kind }) {
    if (kind === 'verification_code') throw new Error('no message gateway is configured');
  },
};
