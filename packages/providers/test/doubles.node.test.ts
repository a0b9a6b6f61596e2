import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createPaddleDouble,
  createStripeDouble,
  doubleFaults,
  paddleId,
  readForm,
  type DoubleFault,
} from '@leavewell/testing/billing-doubles';
import { paddleProvider } from '../src/paddle/paddle-provider.ts';
import { aCommandAt, readMembership } from './a-membership.ts';

const begun = { startedAt: '2026-08-31T09:00:00Z' };

/** A request to Stripe, as its package sends it. */
function ask(secretKey: string, path: string, form?: string, key = 'k1'): Request {
  const headers = { authorization: `Bearer ${secretKey}`, 'idempotency-key': key };
  const init = form === undefined ? { headers } : { headers, method: 'POST', body: form };
  return new Request(`http://stripe.test${path}`, init);
}

describe('our double of Stripe', () => {
  it('renews on the 31st, on the last day of shorter months, and on the 31st again', () => {
    const double = createStripeDouble();
    const id = double.add(begun);
    double.clock.set('2027-03-31T09:00:00Z');
    double.find(id);
    const paid = double.notices().filter(({ type }) => type === 'invoice.paid');
    const days = paid.map(({ body }) =>
      new Date(JSON.parse(body).data.object.created * 1000).toISOString().slice(0, 10),
    );
    const expected = ['08-31', '09-30', '10-31', '11-30', '12-31', '01-31', '02-28', '03-31'];
    assert.deepEqual(
      days.map((day) => day.slice(5)),
      expected,
    );
  });

  it('keeps a cancellation as Stripe does: the flag and the date when classic, the date alone when flexible', async () => {
    for (const [billingMode, flag] of [
      ['classic', true],
      ['flexible', false],
    ] as const) {
      const double = createStripeDouble();
      const path = `/v1/subscriptions/${double.add({ ...begun, billingMode })}`;
      const answer = await double.handle(ask(double.secretKey, path, 'cancel_at_period_end=true'));
      const { cancel_at, cancel_at_period_end } = await answer.json();
      assert.deepEqual([cancel_at_period_end, cancel_at], [flag, Date.parse('2026-11-30T09:00:00Z') / 1000]);
    }
  });

  it('gives the first answer again for the same key and body, and refuses another body', async () => {
    const double = createStripeDouble();
    const path = `/v1/subscriptions/${double.add(begun)}`;
    const first = await double.handle(ask(double.secretKey, path, 'cancel_at_period_end=true'));
    const again = await double.handle(ask(double.secretKey, path, 'cancel_at_period_end=true'));
    assert.equal(await again.text(), await first.text());
    assert.deepEqual(
      [first.headers.get('idempotent-replayed'), again.headers.get('idempotent-replayed')],
      [null, 'true'],
    );
    assert.notEqual(first.headers.get('request-id'), again.headers.get('request-id'));
    const other = await double.handle(ask(double.secretKey, path, 'cancel_at_period_end=false'));
    assert.deepEqual([other.status, (await other.json()).error.type], [400, 'idempotency_error']);
    assert.deepEqual([double.writes.total, double.writesByKey.of('k1')], [1, 1]);
  });

  it('knows its key, its addresses and what can be set together', async () => {
    const double = createStripeDouble();
    const path = `/v1/subscriptions/${double.add(begun)}`;
    const statusOf = async (request: Request) => (await double.handle(request)).status;
    assert.equal(await statusOf(ask('sk_other', path)), 401);
    assert.equal(await statusOf(ask(double.secretKey, '/v1/subscriptions/sub_none')), 404);
    assert.equal(await statusOf(ask(double.secretKey, '/v1/accounts')), 404);
    const both = 'cancel_at=&cancel_at_period_end=true';
    assert.equal(await statusOf(ask(double.secretKey, path, both)), 400);
    double.change(double.find(path.slice(18)).id, 'end');
    assert.equal(await statusOf(ask(double.secretKey, path, 'cancel_at_period_end=true', 'k2')), 400);
    assert.equal(double.writes.total, 0);
  });

  it('tells the same notices however often they are asked for, to be delivered in any order', () => {
    const double = createStripeDouble();
    double.change(double.add(begun), 'cancel');
    assert.deepEqual(
      double.notices().map(({ body }) => body),
      double.notices().map(({ body }) => body),
    );
  });
});

describe('our double of Paddle', () => {
  it('answers without a network, as a fetch', async () => {
    const double = createPaddleDouble();
    const { apiKey, webhookSecret } = double;
    const provider = paddleProvider({
      apiKey,
      webhookSecret,
      fetch: (input, init) => double.handle(new Request(input, init)),
    });
    const subject = await readMembership(provider, double.add(begun), double.clock.now());
    await provider.cancelRenewal(subject, aCommandAt(double.clock.now()));
    assert.equal(double.writes.of(paddleId('sub', 1)), 1);
  });
});

describe('a double without a network', () => {
  const outcomes: Record<DoubleFault, RegExp> = {
    timeout_before: /TimeoutError/,
    timeout_after: /TimeoutError/,
    slow_drip: /TimeoutError/,
    reset_before: /TypeError/,
    reset_after: /TypeError/,
    error_429: /^429$/,
    error_500: /^500$/,
    error_502: /^502$/,
    wrong_json: /SyntaxError/,
    html: /SyntaxError/,
    unknown_enum: /^200$/,
    empty_list: /^200$/,
    flipped_flag: /^200$/,
  };
  for (const [fault, expected] of Object.entries(outcomes)) {
    it(`fails as with one: ${fault}`, async () => {
      const double = createStripeDouble();
      const path = `/v1/subscriptions/${double.add(begun)}`;
      const isKnown = (name: string): name is DoubleFault => Object.hasOwn(doubleFaults, name);
      assert.ok(isKnown(fault));
      double.failNext(fault, { on: 'write' });
      const request = new Request(ask(double.secretKey, path, 'cancel_at_period_end=true'), {
        signal: AbortSignal.timeout(30),
      });
      const outcome = await double.handle(request).then(
        async (response) =>
          response.ok
            ? response.json().then(
                () => 200,
                (error: Error) => error.name,
              )
            : response.status,
        (error: Error) => error.name,
      );
      assert.match(String(outcome), expected);
      assert.equal(double.writes.total, doubleFaults[fault].doesWork ? 1 : 0);
    });
  }

  it('forgets failures that did not happen', async () => {
    const double = createStripeDouble();
    double.failNext('reset_before', { times: 3 });
    double.clear();
    assert.equal((await double.handle(ask(double.secretKey, `/v1/subscriptions/${double.add()}`))).status, 200);
  });
});

describe('a form in Stripe’s writing', () => {
  it('has lists and objects by the names in brackets', () => {
    const form = readForm(new URLSearchParams('expand[0]=a&expand[1]=b&metadata[x]=1&metadata[y][z]=2&plain=&odd[]=3'));
    assert.deepEqual(form, { expand: ['a', 'b'], metadata: { x: '1', y: { z: '2' } }, plain: '', odd: '3' });
  });
});
