import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { describe, it } from 'node:test';
import { ServiceError } from '@leavewell/server';
import { stripeProvider } from '../../src/stripe/stripe-provider.ts';
import { translateError } from '../../src/stripe/translate-error.ts';
import { aMembershipOf } from '../a-membership.ts';

/** What a read comes to when Stripe, or something in its place, answers so. */
async function readOf(status: number, body: string, headers: Record<string, string> = {}): Promise<ServiceError> {
  const server = createServer((_, response) => response.writeHead(status, headers).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const secrets = { secretKey: 'sk_test_canary', webhookSecret: 'whsec_1' };
  try {
    const provider = stripeProvider({ ...secrets, host: '127.0.0.1', port, protocol: 'http' });
    await provider.read(aMembershipOf('sub_1'), new Date(0));
  } catch (error) {
    assert.ok(error instanceof ServiceError);
    return error;
  } finally {
    server.close();
    server.closeAllConnections();
  }
  throw new assert.AssertionError({ message: 'it was read' });
}

const said = (error: object): string =>
  JSON.stringify({ error: { message: 'cus_canary has no sk_test_canary', ...error } });
const invalid = { type: 'invalid_request_error' };

describe('what Stripe answers', () => {
  const table: ReadonlyArray<readonly [string, number, string, ServiceError['code']]> = [
    ['that it has no such subscription', 404, said({ ...invalid, code: 'resource_missing' }), 'subscription_missing'],
    ['the same with another status', 400, said({ ...invalid, code: 'resource_missing' }), 'subscription_missing'],
    ['that it will not do it', 400, said(invalid), 'provider_refused'],
    ['that the card was declined', 402, said({ type: 'card_error', code: 'card_declined' }), 'provider_refused'],
    ['that the key was used with another body', 400, said({ type: 'idempotency_error' }), 'provider_refused'],
    ['that the same key is in use', 409, said({ type: 'idempotency_error' }), 'provider_unavailable'],
    ['that the key is wrong', 401, said(invalid), 'provider_unavailable'],
    ['that the key may not', 403, said(invalid), 'provider_unavailable'],
    ['that there were too many', 429, said({ ...invalid, code: 'rate_limit' }), 'provider_unavailable'],
    ['that it is locked', 429, said({ ...invalid, code: 'lock_timeout' }), 'provider_unavailable'],
    ['that it failed', 500, said({ type: 'api_error' }), 'provider_unavailable'],
    ['in a word that nobody knew', 400, said({ type: 'new_error' }), 'provider_unavailable'],
    ['with nothing', 200, '', 'provider_unavailable'],
    ['with null', 200, 'null', 'provider_unavailable'],
    ['with a number', 200, '5', 'provider_unavailable'],
    ['with a list', 200, '[]', 'provider_unavailable'],
    ['with another object', 200, '{"object":"customer"}', 'provider_unavailable'],
    ['with a failure that looks like a subscription', 500, '{"object":"subscription"}', 'provider_unavailable'],
    ['with a page', 503, '<html>', 'provider_unavailable'],
    ['with a page that says there is none', 404, '<html>', 'provider_unavailable'],
    ['with another address', 302, '{}', 'provider_unavailable'],
  ];
  for (const [what, status, body, code] of table) {
    it(`${what} is ${code}`, async () => {
      const error = await readOf(status, body, { 'request-id': 'req_7', location: '/elsewhere' });
      assert.equal(error.code, code);
      assert.doesNotMatch(JSON.stringify(error.details), /canary/, 'what Stripe says stays in the log');
    });
  }

  it('is kept as the cause, and its request is named', async () => {
    const error = await readOf(400, said(invalid), { 'request-id': 'req_7' });
    assert.match(error.message, /req_7/);
    assert.match(String(error.cause), /cus_canary/);
  });

  it('tells whose key to look at', async () => {
    for (const status of [401, 403]) assert.match((await readOf(status, said(invalid))).message, /STRIPE_SECRET_KEY/);
  });
});

describe('what does not come from Stripe', () => {
  it('is unavailable, unless it is an error of our own', () => {
    for (const other of [new TypeError('x'), 'x', undefined])
      assert.equal(translateError(other).code, 'provider_unavailable');
    const own = new ServiceError('nothing_to_resume');
    assert.equal(translateError(own), own);
  });

  it('is unavailable when nobody listens', async () => {
    const secrets = { secretKey: 'sk_test_1', webhookSecret: 'whsec_1' };
    const provider = stripeProvider({ ...secrets, host: '127.0.0.1', port: 1, protocol: 'http' });
    await assert.rejects(
      provider.read(aMembershipOf('sub_1'), new Date(0)),
      (error) => error instanceof ServiceError && error.code === 'provider_unavailable',
    );
  });
});
