/// <reference types="node" />
import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { mayBePostedTo } from './public-address.ts';
import type { WebhookTransport } from './webhook-transport.ts';

const maxAnswerBytes = 64 * 1024;

/** How deliveries are posted. */
export interface NodeWebhookOptions {
  /** Lets deliveries go to the own machine and to private networks; for trials and hosts behind one firewall. */
  readonly allowPrivate?: boolean;
  /** After how many milliseconds without a whole answer a try has failed; 15 seconds when absent. */
  readonly timeoutMs?: number;
  /** Finds every address of a name; the machine's resolver when absent. */
  readonly resolve?: (hostname: string) => Promise<readonly LookupAddress[]>;
}

/** A delivery was not posted, because its address is not one of the public internet. */
function refused(): Error {
  return new Error('webhook: the address is private or reserved and is not posted to');
}

/**
 * Resolves as the connection is made, and connects to what was checked: a name that led elsewhere when it was looked at
 * before gains nothing by it. One address that is refused refuses the name.
 */
function checkedLookup(resolve: NonNullable<NodeWebhookOptions['resolve']>, allowsPrivate: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        const isFine = addresses.every(({ address }) => mayBePostedTo(address, allowsPrivate));
        if (!first || !isFine) return callback(refused(), '', 0);
        if (options.all) return callback(null, [...addresses]);
        callback(null, first.address, first.family);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), '', 0),
    );
  };
}

/** Reads a little and throws it away: the status says everything. */
function discard(answer: IncomingMessage): void {
  let size = 0;
  answer.on('error', () => undefined);
  answer.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > maxAnswerBytes) answer.destroy();
  });
}

/**
 * Posts deliveries from Node, each over its own connection, to addresses of the public internet alone. Redirects are
 * answers like any other and are not followed.
 */
export function nodeWebhookTransport(options: NodeWebhookOptions = {}): WebhookTransport {
  const { allowPrivate: allowsPrivate = false, timeoutMs = 15_000 } = options;
  const checked = checkedLookup(
    options.resolve ?? ((hostname) => lookup(hostname, { all: true, verbatim: true })),
    allowsPrivate,
  );
  return {
    allowsPrivate,
    async post(address, headers, body) {
      const url = new URL(address);
      const literal = url.hostname.replace(/^\[|\]$/g, '');
      // Of an address that is no name nothing is looked up.
      if (isIP(literal) !== 0 && !mayBePostedTo(literal, allowsPrivate)) throw refused();
      const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
      return new Promise((answered, failed) => {
        const request = send(url, {
          method: 'POST',
          headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
          agent: false,
          lookup: checked,
          signal: AbortSignal.timeout(timeoutMs),
        });
        request.on('error', failed);
        request.on('response', (answer) => {
          discard(answer);
          answered({ status: answer.statusCode ?? 0 });
        });
        request.end(body);
      });
    },
  };
}
