import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'node:test';
import { ServiceError } from '@leavewell/server';
import { createPaddleDouble } from '@leavewell/testing/billing-doubles';
import paddleFromEnvironment, { paddleProvider } from '../../src/paddle/paddle.ts';
import { aCommandAt, aMembershipOf, readMembership } from '../a-membership.ts';
import { openPaddle, type PaddleStage } from './a-paddle-harness.ts';

const begun = { startedAt: '2026-08-31T09:00:00Z' };

const refusal = (code: string) => (error: unknown) => error instanceof ServiceError && error.code === code;

async function onPaddle(run: (stage: PaddleStage) => Promise<void>): Promise<void> {
  const stage = await openPaddle();
  try {
    await run(stage);
  } finally {
    await stage.close();
  }
}

describe('canceling at Paddle', () => {
  it('is followed by no charge, and by the end when the period is over', () =>
    onPaddle(async ({ double, provider, subjectOf }) => {
      const subject = await subjectOf(double.add(begun));
      const { facts, reference } = await provider.cancelRenewal(subject, aCommandAt(double.clock.now()));
      assert.match(reference ?? '', /^[0-9a-f-]{36}$/);
      double.clock.set('2027-06-01T00:00:00Z');
      assert.equal((await provider.orders(subject)).length, 3);
      const { endedAt, renewalOff } = await provider.read({ ...subject, facts }, double.clock.now());
      assert.deepEqual([endedAt, renewalOff?.by], ['2026-11-30T09:00:00Z', 'provider']);
    }));

  it('is too late in the last half hour, and says so by its name (XO7)', () =>
    onPaddle(async ({ double, provider, subjectOf }) => {
      const subject = await subjectOf(double.add(begun));
      assert.equal(subject.facts.cancelBy, '2026-11-30T08:30:00Z');
      double.clock.set('2026-11-30T08:30:00Z');
      await assert.rejects(provider.cancelRenewal(subject, aCommandAt(double.clock.now())), refusal('too_late'));
      double.clock.set('2026-11-30T08:29:59Z');
      assert.equal((await provider.cancelRenewal(subject, aCommandAt(double.clock.now()))).facts.renewal, 'off');
    }));

  it('is refused while a pause is to come, and leaves it', () =>
    onPaddle(async ({ double, provider, subjectOf }) => {
      const id = double.add(begun);
      double.change(id, 'pause');
      const canceling = provider.cancelRenewal(await subjectOf(id), aCommandAt(double.clock.now()));
      await assert.rejects(canceling, refusal('provider_refused'));
      assert.equal(double.find(id).scheduled?.action, 'pause');
    }));

  it('ends what is paused at once, since nothing is paid for', () =>
    onPaddle(async ({ double, provider, subjectOf }) => {
      const id = double.add(begun);
      double.change(id, 'pause');
      double.clock.set('2026-12-15T00:00:00Z');
      const subject = await subjectOf(id);
      assert.equal(subject.facts.renewal, 'paused');
      await assert.rejects(
        provider.resumeRenewal(subject, aCommandAt(double.clock.now())),
        refusal('nothing_to_resume'),
      );
      const { facts } = await provider.cancelRenewal(subject, aCommandAt(double.clock.now()));
      assert.deepEqual([facts.renewal, facts.endedAt], ['off', '2026-12-15T00:00:00Z']);
    }));

  it('leaves how the member pays as the host declared it', () =>
    onPaddle(async ({ double, provider, subjectOf }) => {
      const subject = await subjectOf(double.add(begun));
      const paymentMethod = { brand: 'visa', last4: '4242' };
      const declared = { ...subject, facts: { ...subject.facts, paymentMethod } };
      const { facts } = await provider.cancelRenewal(declared, aCommandAt(double.clock.now()));
      assert.deepEqual(facts.paymentMethod, paymentMethod);
    }));
});

describe('a reference that no company gives', () => {
  it('is missing before anything is sent, so that it leads to no other address', () =>
    onPaddle(async ({ double, provider }) => {
      for (const reference of ['../transactions', 'sub_1/cancel', 'sub_1?x=1', '', 'x'.repeat(256)]) {
        const subject = aMembershipOf(reference);
        await assert.rejects(provider.read(subject, double.clock.now()), refusal('subscription_missing'));
        await assert.rejects(provider.orders(subject), refusal('subscription_missing'));
      }
      assert.equal(double.exchanges.length, 0);
    }));
});

describe('the orders and subscriptions of Paddle', () => {
  it('are all there over several pages, newest first, with what went back', () =>
    onPaddle(async ({ double, provider, subjectOf }) => {
      const id = double.add({ startedAt: '2022-01-31T09:00:00Z', amount: '500', currency: 'JPY' });
      double.add(begun);
      double.refund(id, '200');
      double.refund(id, '300', 'pending_approval');
      const orders = await provider.orders(await subjectOf(id));
      assert.equal(orders.length, 58);
      const [newest] = orders;
      assert.deepEqual([newest?.amount, newest?.currency, newest?.status], [500, 'JPY', 'partially_refunded']);
      assert.deepEqual(
        newest?.refunds.map(({ status, amount }) => [status, amount]),
        [
          ['sent', 200],
          ['pending', 300],
        ],
      );
      assert.equal((await provider.list(double.find(id).customer, double.clock.now())).length, 2);
    }));

  it('are unavailable, never fewer, when a list is none', () =>
    onPaddle(async ({ double, provider, subjectOf }) => {
      const subject = await subjectOf(double.add(begun));
      for (const fault of ['html', 'wrong_json', 'error_500', 'reset_before'] as const) {
        double.failNext(fault);
        await assert.rejects(provider.orders(subject), refusal('provider_unavailable'));
      }
    }));

  it('are asked for at the host that was named, whatever address Paddle gives for the next page', () =>
    onPaddle(async ({ double, provider, subjectOf }) => {
      const subject = await subjectOf(double.add({ startedAt: '2022-01-31T09:00:00Z' }));
      await provider.orders(subject);
      const pages = double.exchanges.filter(({ path }) => path === '/transactions');
      assert.equal(pages.length, 2, 'although the double names api.paddle.com');
    }));
});

describe('Paddle’s errors', () => {
  const answering = (status: number, body: unknown) =>
    paddleProvider({
      apiKey: 'pdl_canary',
      webhookSecret: 's',
      fetch: async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }),
    });
  const said = (code: string, type = 'request_error') => ({
    error: { type, code, detail: 'pdl_canary of ctm_canary' },
  });
  const table: ReadonlyArray<readonly [number, unknown, string]> = [
    [404, said('not_found'), 'subscription_missing'],
    [404, said('new_code'), 'subscription_missing'],
    [400, said('bad_request'), 'provider_refused'],
    [409, said('subscription_locked_renewal'), 'too_late'],
    [409, said('subscription_locked_consent_review_period'), 'provider_refused'],
    [401, said('authentication_missing'), 'provider_unavailable'],
    [403, said('forbidden'), 'provider_unavailable'],
    [429, said('too_many_requests', 'api_error'), 'provider_unavailable'],
    [500, said('internal_error', 'api_error'), 'provider_unavailable'],
    [404, '<html>', 'provider_unavailable'],
    [404, {}, 'provider_unavailable'],
    [200, said('bad_request'), 'provider_unavailable'],
    [200, null, 'provider_unavailable'],
    [200, [], 'provider_unavailable'],
    [200, { data: { id: 'txn_1' } }, 'provider_unavailable'],
  ];
  for (const [status, body, code] of table) {
    it(`${status} ${JSON.stringify(body).slice(0, 70)} is ${code}`, async () => {
      await assert.rejects(answering(status, body).read(aMembershipOf('sub_1'), new Date(0)), (error) => {
        assert.ok(refusal(code)(error) && error instanceof ServiceError);
        assert.doesNotMatch(JSON.stringify(error.details), /canary/);
        return true;
      });
    });
  }
});

describe('no secret, no start (WH1)', () => {
  it('names the variable', () => {
    const names = (variable: string) => (error: unknown) =>
      error instanceof ServiceError && error.message.includes(variable);
    assert.throws(() => paddleFromEnvironment({}), names('PADDLE_API_KEY'));
    assert.throws(() => paddleFromEnvironment({ PADDLE_API_KEY: 'k' }), names('PADDLE_WEBHOOK_SECRET'));
    assert.throws(() => paddleProvider({ apiKey: 'k', webhookSecret: ' ' }), names('PADDLE_WEBHOOK_SECRET'));
  });

  it('and with both it asks where the environment says', async () => {
    const double = createPaddleDouble();
    const { url, close } = await double.start();
    try {
      const { apiKey, webhookSecret } = double;
      const env = { PADDLE_API_KEY: apiKey, PADDLE_WEBHOOK_SECRET: webhookSecret, PADDLE_API_URL: `${url}/` };
      const provider = paddleFromEnvironment(env);
      const { facts } = await readMembership(provider, double.add(begun), double.clock.now());
      assert.deepEqual([provider.name, facts.periodEndsAt], ['paddle', '2026-11-30T09:00:00Z']);
    } finally {
      await close();
    }
  });
});

describe('a notice of Paddle', () => {
  const at = new Date('2026-11-22T08:00:00Z');
  const ts = at.getTime() / 1000;
  const provider = paddleProvider({ apiKey: 'k', webhookSecret: 'new-secret' });
  const h1 = (body: string, secret: string) => createHmac('sha256', secret).update(`${ts}:${body}`).digest('hex');
  const noticeOf = (data: object, header?: string) => {
    const body = JSON.stringify({ event_id: 'evt_1', event_type: 'any', data });
    return provider.notice(
      body,
      new Headers({ 'paddle-signature': header ?? `ts=${ts};h1=${h1(body, 'new-secret')}` }),
      at,
    );
  };

  it('is about its subscription, its transaction’s or its adjustment’s, or about none', async () => {
    assert.deepEqual((await noticeOf({ id: 'sub_1', status: 'active' })).references, ['sub_1']);
    assert.deepEqual((await noticeOf({ id: 'txn_1', subscription_id: 'sub_2' })).references, ['sub_2']);
    assert.deepEqual((await noticeOf({ id: 'adj_1', subscription_id: null })).references, []);
    assert.deepEqual((await noticeOf({ id: 'ctm_1' })).references, []);
  });

  it('is taken by any of its signatures, as while a secret is changed', async () => {
    const data = { id: 'sub_1' };
    const body = JSON.stringify({ event_id: 'evt_1', event_type: 'any', data });
    const header = `ts=${ts};h1=${h1(body, 'old-secret')};h1=${h1(body, 'new-secret')}`;
    assert.deepEqual((await noticeOf(data, header)).references, ['sub_1']);
    await assert.rejects(noticeOf(data, `ts=${ts};h1=${h1(body, 'old-secret')}`), refusal('webhook_invalid'));
  });

  it('of our double is one that the provider takes', async () => {
    const double = createPaddleDouble({ webhookSecret: 'new-secret' });
    const id = double.add(begun);
    double.change(id, 'cancel');
    double.clock.set('2026-12-01T00:00:00Z');
    const types = new Set<string>();
    for (const { type, body, headers } of double.notices()) {
      assert.deepEqual((await provider.notice(body, headers, double.clock.now())).references, [id]);
      types.add(type);
    }
    assert.ok(types.has('subscription.canceled') && types.has('transaction.completed'));
  });
});
