import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { companyDocument, paddleId, type Exchange } from '@leavewell/testing/billing-doubles';
import { aCommandAt, aMembershipOf } from '../a-membership.ts';
import { openPaddle } from '../paddle/a-paddle-harness.ts';
import { judgeBy } from './judge-by-document.ts';

const document = judgeBy(companyDocument('paddle'));

/** Everything the provider can ask for, of a subscription with a refund that is canceled, resumed and ended. */
async function askEverything(): Promise<readonly Exchange[]> {
  const { double, provider, subjectOf, close } = await openPaddle();
  try {
    const now = double.clock.now();
    const id = double.add({ startedAt: '2020-01-31T09:00:00.5Z', amount: '500', currency: 'JPY' });
    double.refund(id, '100');
    const subject = await subjectOf(id);
    const off = await provider.cancelRenewal(subject, aCommandAt(now));
    await provider.resumeRenewal({ ...subject, facts: off.facts }, aCommandAt(now, 'intent-2'));
    await provider.orders(subject);
    await provider.withdraw(await subjectOf(double.add({ startedAt: '2026-11-20T09:00:00Z' })), aCommandAt(now, 'i-3'));
    double.change(id, 'end');
    await provider.list(paddleId('ctm', 1), now);
    await provider.read(aMembershipOf(paddleId('sub', 99)), now).catch(() => undefined);
    return double.exchanges;
  } finally {
    await close();
  }
}

describe('what is sent to Paddle, and what our Paddle answers, by Paddle’s own description', () => {
  it('sends only requests that it describes, and is answered in the form that it describes', async () => {
    const exchanges = await askEverything();
    const asked = new Set(exchanges.map(({ method, path }) => `${method} ${path.replace(/sub_\w+/, '{id}')}`));
    assert.equal(asked.size, 6);
    for (const exchange of exchanges) {
      assert.deepEqual(document.requestFaults(exchange), [], exchange.path);
      assert.deepEqual(document.responseFaults(exchange), [], `${exchange.method} ${exchange.path}`);
    }
  });

  it('would notice a wrong request and a wrong answer', async () => {
    const exchanges = await askEverything();
    const write = exchanges.find(({ path }) => path.endsWith('/cancel'));
    const read = exchanges.find(({ path, status }) => status === 200 && path.startsWith('/subscriptions/'));
    assert.ok(write && read);
    assert.ok(document.requestFaults({ ...write, body: '{"effective_from":"tomorrow"}' }).length > 0);
    assert.ok(document.requestFaults({ ...write, body: '{"effective":"immediately"}' }).length > 0);
    const refund = exchanges.find(({ path }) => path === '/adjustments');
    assert.ok(refund && document.requestFaults({ ...refund, body: '{"type":"whole"}' }).length > 0);
    const data = { ...Object(read.answer['data']), status: 'resting', next_billed_at: 'soon' };
    assert.ok(document.responseFaults({ ...read, answer: { ...read.answer, data } }).length >= 2);
  });

  it('says which version of its words it expects, with every request', async () => {
    for (const { headers } of await askEverything()) assert.equal(headers.get('paddle-version'), '1');
  });
});
