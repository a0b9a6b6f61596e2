import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCancelRenewalFlow } from '../../src/index.ts';
import { by, canceled, membershipEnding, preview, proof, verification } from '../wire-fixtures.ts';
import { createScriptedClient, recordStatuses, type ScriptedClient, stateAs } from './scripted-client.ts';

function begin() {
  const script = createScriptedClient();
  const flow = createCancelRenewalFlow({ client: script.client, membershipId: 'm_pro' });
  return { script, flow, statuses: recordStatuses(flow) };
}

const commandsOf = (script: ScriptedClient) => script.argsOf('cancelRenewal').map(([, command]) => command);
const keysOf = (script: ScriptedClient) => commandsOf(script).map(({ idempotencyKey }) => idempotencyKey);

test('reading that failed says so and is tried again', async () => {
  const { script, flow, statuses } = begin();
  void flow.start();
  await script.fail('previewCancelRenewal', 'network');
  const { from, error, preview: shown } = stateAs(flow, 'failed');
  assert.deepEqual([from, error.code, shown], ['loading', 'network', null]);
  void flow.retry();
  await script.answer('previewCancelRenewal', preview());
  assert.deepEqual(statuses, ['loading', 'failed', 'loading', 'confirm']);
});

test('a command whose answer was lost is tried again with the same key until it is answered (XO2, OF1)', async () => {
  const { script, flow, statuses } = begin();
  void flow.start();
  await script.answer('previewCancelRenewal', preview());
  void flow.confirm();
  await script.fail('cancelRenewal', 'network');
  assert.deepEqual(stateAs(flow, 'failed').preview, preview(), 'the page can still say what it is about');
  void flow.retry();
  void flow.retry();
  await script.fail('cancelRenewal', 'timeout');
  void flow.retry();
  await script.answer('cancelRenewal', canceled);
  assert.equal(flow.state.status, 'canceled');
  assert.equal(keysOf(script).length, 3);
  assert.equal(new Set(keysOf(script)).size, 1);
  assert.deepEqual(statuses.slice(2), ['submitting', 'failed', 'submitting', 'failed', 'submitting', 'canceled']);
});

test('with a proof the same proof goes with the same key: the code is not asked for again (AX4)', async () => {
  const { script, flow } = begin();
  void flow.start();
  await script.answer('previewCancelRenewal', preview({ verification: by('sms_code') }));
  void flow.confirm();
  await script.answer('startVerification', verification());
  void flow.enterCode('123456');
  await script.answer('finishVerification', proof);
  await script.fail('cancelRenewal', 'provider_unavailable');
  void flow.retry();
  await script.answer('cancelRenewal', canceled);
  const [first, second] = commandsOf(script);
  assert.deepEqual(first, second);
  assert.equal(first?.proof, 'proof-1');
  assert.equal(script.argsOf('startVerification').length, 1);
});

test('a new intent gets a new key: after a cancel that was resumed, and after a refusal; giving up is not one', async () => {
  const { script, flow } = begin();
  const confirmAgain = async () => {
    void flow.start();
    await script.answer('previewCancelRenewal', preview());
    void flow.confirm();
  };
  await confirmAgain();
  await script.answer('cancelRenewal', canceled);
  await confirmAgain();
  await script.fail('cancelRenewal', 'renewal_already_off');
  await script.answer('previewCancelRenewal', preview({ membership: membershipEnding() }));
  await confirmAgain();
  flow.reset();
  await confirmAgain();
  const keys = keysOf(script);
  assert.equal(keys.length, 4);
  assert.equal(new Set(keys).size, 3);
  assert.equal(keys[3], keys[2], 'what was sent and given up may have taken effect: it is the same intent');
});

test('retry does nothing where nothing failed', async () => {
  const { script, flow, statuses } = begin();
  await flow.retry();
  void flow.start();
  await flow.retry();
  await script.answer('previewCancelRenewal', preview());
  await flow.retry();
  assert.deepEqual(statuses, ['loading', 'confirm']);
  assert.equal(script.calls.length, 1);
});

test('a failed verification is tried again from where it failed', async () => {
  const { script, flow, statuses } = begin();
  void flow.start();
  await script.answer('previewCancelRenewal', preview({ verification: by('sms_code') }));
  void flow.confirm();
  await script.fail('startVerification', 'network');
  assert.equal(stateAs(flow, 'failed').from, 'sending');
  void flow.retry();
  await script.answer('startVerification', verification());
  void flow.enterCode('123456');
  await script.fail('finishVerification', 'network');
  assert.equal(stateAs(flow, 'failed').from, 'checking');
  void flow.retry();
  await script.answer('finishVerification', proof);
  const checked = script.argsOf('finishVerification').map(([id, code]) => [id, code]);
  assert.deepEqual(checked, Array(2).fill(['v_1', { code: '123456' }]));
  assert.deepEqual(statuses.slice(2), [
    'sending',
    'failed',
    'sending',
    'verify',
    'checking',
    'failed',
    'checking',
    'submitting',
  ]);
});

test('a client of the page that rejects with anything at all ends in failed, not in a rejection', async () => {
  for (const thrown of [new TypeError('boom'), Object.assign(new Error('x'), { code: 'weird' })]) {
    const { script, flow } = begin();
    const started = flow.start();
    await script.fail('previewCancelRenewal', thrown);
    await started;
    const { error } = stateAs(flow, 'failed');
    assert.deepEqual([error.name, error.code, error.cause], ['MemberError', 'invalid_response', thrown]);
  }
});
