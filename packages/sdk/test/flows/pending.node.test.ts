import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { createCancelRenewalFlow, createResumeRenewalFlow } from '../../src/index.ts';
import {
  canceled,
  membership,
  membershipEnding,
  membershipPending,
  preview,
  receipt,
  resumed,
  unconfirmed,
} from '../wire-fixtures.ts';
import { keptItems } from './kept-items.ts';
import { createScriptedClient, errorOf, recordStatuses, type ScriptedClient, settle, stateAs } from './scripted-client.ts';

const done = { ...canceled, membership: membershipEnding({ version: 5 }) };
const keysOf = ({ argsOf }: ScriptedClient) => argsOf('cancelRenewal').map(([, { idempotencyKey }]) => idempotencyKey);

function begin(t: TestContext, storage = keptItems()) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const script = createScriptedClient();
  const flow = createCancelRenewalFlow({ client: script.client, membershipId: 'm_pro', storage });
  const pass = async (ms: number) => {
    t.mock.timers.tick(ms);
    await settle();
  };
  return { script, flow, storage, pass, statuses: recordStatuses(flow) };
}

/** A flow whose command the billing company has not confirmed. */
async function atPending(t: TestContext) {
  const begun = begin(t);
  void begun.flow.start();
  await begun.script.answer('previewCancelRenewal', preview());
  const confirmed = begun.flow.confirm();
  await begun.script.answer('cancelRenewal', unconfirmed);
  await confirmed;
  return begun;
}

test('what the company has not confirmed is said to be pending, and asked for until there is a receipt (XO6)', async (t) => {
  const { script, flow, pass, statuses } = await atPending(t);
  const pending = { status: 'pending', membership: membershipPending(), since: '2026-11-22T02:42:00Z' };
  assert.deepEqual(flow.state, pending);
  await pass(2_000);
  await script.answer('cancelRenewal', unconfirmed);
  await pass(4_000);
  await script.answer('cancelRenewal', done);
  assert.deepEqual(flow.state, { status: 'canceled', ...done });
  assert.deepEqual(new Set(statuses.slice(2)), new Set(['submitting', 'pending', 'canceled']));
  assert.equal(keysOf(script).length, 3);
  assert.equal(new Set(keysOf(script)).size, 1, 'always under the same key');
  await pass(60_000);
  assert.equal(keysOf(script).length, 3, 'and no more once it is known');
});

test('it is asked for at most every half minute, and never sooner than the server says', async (t) => {
  const { script, pass } = await atPending(t);
  for (const wait of [2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
    const before = keysOf(script).length;
    await pass(wait - 1);
    assert.equal(keysOf(script).length, before);
    await pass(1);
    assert.equal(keysOf(script).length, before + 1, `after ${wait} ms`);
    await script.answer('cancelRenewal', unconfirmed);
  }
  await pass(30_000);
  await script.answer('cancelRenewal', { ...unconfirmed, retryAfter: 90_000 });
  const before = keysOf(script).length;
  await pass(89_999);
  assert.equal(keysOf(script).length, before);
  await pass(1);
  assert.equal(keysOf(script).length, before + 1);
});

test('an answer that does not come changes nothing: it stays pending and is asked for again (OF1)', async (t) => {
  const { script, flow, pass } = await atPending(t);
  for (const error of ['network', 'timeout', 'provider_unavailable', 'in_progress', 'session_expired']) {
    await pass(30_000);
    await script.fail('cancelRenewal', error);
    assert.equal(flow.state.status, 'pending', error);
  }
  await pass(30_000);
  await script.answer('cancelRenewal', done);
  assert.equal(flow.state.status, 'canceled');
});

test('when the company refuses in the end, that is said, and the key is gone', async (t) => {
  const { script, flow, pass, storage } = await atPending(t);
  await pass(2_000);
  await script.fail('cancelRenewal', 'provider_refused');
  assert.equal(stateAs(flow, 'failed').error.code, 'provider_refused');
  assert.equal(storage.items.size, 0);
});

test('stop and reset ask no more; start asks at once', async (t) => {
  const { script, flow, pass } = await atPending(t);
  flow.stop();
  await pass(120_000);
  assert.equal(keysOf(script).length, 1);
  assert.equal(flow.state.status, 'pending', 'what is known stays');
  void flow.start();
  await script.answer('previewCancelRenewal', preview({ membership: membershipPending() }));
  assert.equal(flow.state.status, 'pending');
  flow.reset();
  await pass(120_000);
  assert.equal(flow.state.status, 'idle');
  assert.equal(keysOf(script).length, 1);
});

test('once it is sent it cannot be kept', async (t) => {
  const { flow } = await atPending(t);
  flow.keep();
  await flow.confirm();
  assert.equal(flow.state.status, 'pending');
});

test('a page that cannot be seen does not ask, and asks as soon as it can (XO6)', async (t) => {
  const page = Object.assign(new EventTarget(), { hidden: true });
  Object.defineProperty(globalThis, 'document', { value: page, configurable: true });
  t.after(() => Reflect.deleteProperty(globalThis, 'document'));
  const { script, pass } = await atPending(t);
  await pass(600_000);
  assert.equal(keysOf(script).length, 1);
  page.dispatchEvent(new Event('visibilitychange'));
  assert.equal(keysOf(script).length, 1, 'still hidden');
  page.hidden = false;
  page.dispatchEvent(new Event('visibilitychange'));
  page.dispatchEvent(new Event('visibilitychange'));
  assert.equal(keysOf(script).length, 2);
});

test('a page that is loaded while it is pending says so and goes on under the same key (XO6, OF1)', async (t) => {
  const first = await atPending(t);
  const [key] = keysOf(first.script);
  first.flow.stop();
  const script = createScriptedClient();
  const flow = createCancelRenewalFlow({ client: script.client, membershipId: 'm_pro', storage: first.storage });
  void flow.start();
  await script.answer('previewCancelRenewal', preview({ membership: membershipPending() }));
  assert.equal(stateAs(flow, 'pending').since, '2026-11-22T02:42:00Z');
  await first.pass(4_000);
  assert.deepEqual(keysOf(script), [key]);
  await script.answer('cancelRenewal', done);
  assert.equal(flow.state.status, 'canceled');
  assert.equal(first.storage.items.size, 0);
});

test('another device says it too, reads until it is done, and has the receipt (XO6)', async (t) => {
  const { script, flow, pass, statuses } = begin(t);
  void flow.start();
  await script.answer('previewCancelRenewal', preview({ membership: membershipPending() }));
  await pass(4_000);
  await script.fail('previewCancelRenewal', 'network');
  assert.equal(flow.state.status, 'pending');
  await pass(4_000);
  await script.answer('previewCancelRenewal', preview({ membership: membershipEnding({ version: 5 }) }));
  await script.answer('getReceipt', receipt);
  assert.deepEqual(stateAs(flow, 'canceled').receipt, receipt);
  assert.equal(keysOf(script).length, 0);
  assert.ok(statuses.every((status) => ['loading', 'pending', 'canceled'].includes(status)));
});

test('what comes to nothing can be decided again', async (t) => {
  const { script, flow, pass } = begin(t);
  void flow.start();
  await script.answer('previewCancelRenewal', preview({ membership: membershipPending() }));
  await pass(4_000);
  await script.answer('previewCancelRenewal', preview({ membership: membership({ version: 5 }) }));
  assert.equal(stateAs(flow, 'confirm').notice, null);
});

test('turning back on that waits for the company is pending in both flows (XO6)', async (t) => {
  const waiting = membershipEnding({ version: 5, pendingCommand: { command: 'resumeRenewal', since: '2026-11-22T02:42:00Z' } });
  const { script, flow, pass } = begin(t);
  void flow.start();
  await script.answer('previewCancelRenewal', preview({ membership: waiting }));
  assert.equal(stateAs(flow, 'pending').membership.pendingCommand?.command, 'resumeRenewal');
  flow.reset();

  const back = createScriptedClient();
  const resume = createResumeRenewalFlow({ client: back.client, membershipId: 'm_pro' });
  void resume.start();
  await back.answer('getMembership', membershipEnding());
  void resume.confirm();
  await back.answer('resumeRenewal', { membership: waiting, receipt: null });
  assert.equal(resume.state.status, 'pending');
  await pass(2_000);
  await back.answer('resumeRenewal', { ...resumed, membership: membership({ version: 6 }) });
  assert.equal(stateAs(resume, 'resumed').receipt.id, resumed.receipt.id);
});

test('while another request works on it the flow waits as long as the server says, and asks again (XO3)', async (t) => {
  const { script, flow, pass, statuses } = begin(t);
  void flow.start();
  await script.answer('previewCancelRenewal', preview());
  void flow.confirm();
  await script.fail('cancelRenewal', errorOf('in_progress', {}, 5_000));
  assert.equal(flow.state.status, 'submitting');
  await pass(4_999);
  assert.equal(keysOf(script).length, 1);
  await pass(1);
  await script.answer('cancelRenewal', canceled);
  assert.deepEqual(statuses, ['loading', 'confirm', 'submitting', 'canceled']);
  assert.equal(new Set(keysOf(script)).size, 1);
});

test('stop does not cut off what was just decided: it is asked for until it can be told (XO3)', async (t) => {
  const { script, flow, pass } = begin(t);
  void flow.start();
  await script.answer('previewCancelRenewal', preview());
  void flow.confirm();
  await script.fail('cancelRenewal', errorOf('in_progress', {}, 5_000));
  flow.stop();
  await pass(5_000);
  await script.answer('cancelRenewal', canceled);
  assert.equal(flow.state.status, 'canceled');
});

test('a request that never ends is told after the time the server gives one, and can be tried again (XO3)', async (t) => {
  const { script, flow, pass } = begin(t);
  void flow.start();
  await script.answer('previewCancelRenewal', preview());
  void flow.confirm();
  let waited = 0;
  for (; flow.state.status === 'submitting'; waited += 1) {
    await script.fail('cancelRenewal', 'in_progress');
    await pass(30_000);
  }
  assert.equal(waited, 7);
  assert.equal(stateAs(flow, 'failed').error.code, 'in_progress');
  void flow.retry();
  await script.answer('cancelRenewal', canceled);
  assert.equal(flow.state.status, 'canceled');
  assert.equal(new Set(keysOf(script)).size, 1);
});
