import { Stripe } from 'stripe';
import { isObject } from '../wire-value.ts';

type Client = NonNullable<NonNullable<ConstructorParameters<typeof Stripe>[1]>['httpClient']>;
type Answer = Awaited<ReturnType<Client['makeRequest']>>;

/**
 * Sends each request once, over a connection of its own. Stripe's package sends a request again when a connection is
 * closed, whatever `maxNetworkRetries` says, because an idle connection may have gone stale; with a new connection each
 * time that cannot be, and a request whose reply was lost is for the caller to look into (XO4). The time limit counts
 * to the last byte, so that a reply that drips in does not outlast it.
 */
export function oneTryHttpClient(inner: Client = Stripe.createNodeHttpClient()): Client {
  return {
    getClientName: () => inner.getClientName(),
    makeRequest: async (host, port, path, method, headers, data, protocol, timeout) => {
      const limit = AbortSignal.timeout(timeout);
      const sent = inner.makeRequest(
        host,
        port,
        path,
        method,
        { ...headers, Connection: 'close' },
        data,
        protocol,
        timeout,
      );
      const answer = await within(limit, sent.catch(withoutCode));
      return checked(answer, limit);
    },
  };
}

function withoutCode(error: unknown): never {
  throw new Error('The connection to Stripe failed', { cause: error });
}

/** Stripe's package takes any JSON without an `error` for a success; what is none of Stripe's is none. */
function checked(answer: Answer, limit: AbortSignal): Answer {
  return {
    getStatusCode: () => answer.getStatusCode(),
    getHeaders: () => answer.getHeaders(),
    getRawResponse: () => answer.getRawResponse(),
    toStream: (done) => answer.toStream(done),
    toJSON: async () => {
      const body: unknown = await within(limit, answer.toJSON()).finally(() => release(answer, limit));
      const isSuccess = answer.getStatusCode() < 300;
      if (isObject(body) && (isSuccess ? body['error'] === undefined : isObject(body['error']))) return body;
      throw new Error(`Status ${answer.getStatusCode()} with a body that is not Stripe's`);
    },
  };
}

async function within<Value>(limit: AbortSignal, promise: Promise<Value>): Promise<Value> {
  const isOver = new Promise<never>((_, reject) => {
    limit.addEventListener('abort', () => reject(new Error('The time limit is over')), { once: true });
  });
  return Promise.race([promise, isOver]);
}

/** Lets go of a connection on which more could still come. */
function release(answer: Answer, limit: AbortSignal): void {
  const raw = answer.getRawResponse();
  if (
    limit.aborted &&
    typeof raw === 'object' &&
    raw !== null &&
    'destroy' in raw &&
    typeof raw.destroy === 'function'
  ) {
    raw.destroy();
  }
}
