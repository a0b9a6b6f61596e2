import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createResumeRenewalFlow } from '../../src/index.ts';
import { membership, membershipEnding, resumed } from '../wire-fixtures.ts';
import { createScriptedClient, errorOf, recordStatuses, type ScriptedClient, stateAs } from './scripted-client.ts';

function begin() {
  const script = createScriptedClient();
  const flow = createResumeRenewalFlow({ client: script.client, membershipId: 'm_pro' });
  return { script, flow, statuses: recordStatuses(flow) };
}

async function atConfirm() {
  const begun = begin();
  void begun.flow.start();
  await begun.script.answer('getMembership', membershipEnding());
  begun.statuses.length = 0;
  return begun;
}

const keysOf = (script: ScriptedClient) => script.argsOf('resumeRenewal').map(([, command]) => command.idempotencyKey);

test('a member sees price and date, and turns renewal back on with one press (AX4)', async () => {
  const { script, flow, statuses } = begin();
  void flow.start();
  await script.answer('getMembership', membershipEnding());
  assert.deepEqual(flow.state, { status: 'confirm', membership: membershipEnding(), notice: null });
  void flow.confirm();
  void flow.confirm();
  await script.answer('resumeRenewal', resumed);
  assert.deepEqual(flow.state, { status: 'resumed', ...resumed });
  assert.deepEqual(statuses, ['loading', 'confirm', 'submitting', 'resumed']);
  assert.deepEqual(script.calls.map(({ method, args }) => [method, args[0]]), [
    ['getMembership', 'm_pro'],
    ['resumeRenewal', 'm_pro'],
  ]);
});

test('where renewal is on already the member reads so', async () => {
  const { script, flow } = begin();
  void flow.start();
  await script.answer('getMembership', membership());
  assert.equal(stateAs(flow, 'refused').refusal.code, 'renewal_already_on');
});

test('a failure keeps what the member saw, and trying again sends the same key (XO2)', async () => {
  const { script, flow } = await atConfirm();
  void flow.confirm();
  flow.keep();
  void flow.start();
  stateAs(flow, 'submitting');
  await script.fail('resumeRenewal', 'network');
  const { from, membership: shown } = stateAs(flow, 'failed');
  assert.deepEqual([from, shown], ['submitting', membershipEnding()]);
  flow.keep();
  assert.equal(flow.state.status, 'failed', 'nobody knows yet that renewal stayed off');
  void flow.retry();
  await script.answer('resumeRenewal', resumed);
  assert.equal(flow.state.status, 'resumed');
  assert.equal(new Set(keysOf(script)).size, 1);
});

test('a refusal is read afresh, and said also when it cannot be seen there', async () => {
  const seen = [membership(), 'renewal_already_on'] as const;
  const unseen = [membershipEnding(), 'membership_ended'] as const;
  for (const [fresh, code] of [seen, unseen]) {
    const { script, flow, statuses } = await atConfirm();
    void flow.confirm();
    await script.fail('resumeRenewal', errorOf('membership_ended'));
    await script.fail('getMembership', 'network');
    void flow.retry();
    await script.answer('getMembership', fresh);
    const state = stateAs(flow, 'refused');
    assert.deepEqual([state.membership, state.refusal.code], [fresh, code]);
    assert.deepEqual(statuses, ['submitting', 'loading', 'failed', 'loading', 'refused']);
  }
});

test('another intent has another key', async () => {
  const { script, flow } = await atConfirm();
  void flow.confirm();
  await script.answer('resumeRenewal', resumed);
  void flow.start();
  await script.answer('getMembership', membershipEnding());
  void flow.confirm();
  assert.equal(new Set(keysOf(script)).size, 2);
});

test('a member leaves renewal off at any moment before it is sent, and late answers change nothing', async () => {
  const { script, flow, statuses } = begin();
  void flow.start();
  flow.keep();
  await script.answer('getMembership', membershipEnding());
  void flow.start();
  await script.fail('getMembership', 'network');
  flow.keep();
  void flow.start();
  await script.answer('getMembership', membershipEnding());
  flow.keep();
  assert.deepEqual(statuses, ['loading', 'kept', 'loading', 'failed', 'kept', 'loading', 'confirm', 'kept']);
  assert.equal(script.argsOf('resumeRenewal').length, 0);
});

test('reset gives up what is under way; a command that was sent is not cut off', async () => {
  const { script, flow, statuses } = begin();
  flow.reset();
  void flow.start();
  flow.reset();
  assert.equal(script.argsOf('getMembership')[0]?.[1]?.signal?.aborted, true);
  await script.answer('getMembership', membershipEnding());
  void flow.start();
  await script.answer('getMembership', membershipEnding());
  void flow.confirm();
  flow.reset();
  assert.equal(script.argsOf('resumeRenewal')[0]?.[1].signal, undefined);
  await script.answer('resumeRenewal', resumed);
  assert.deepEqual(statuses, ['loading', 'idle', 'loading', 'confirm', 'submitting', 'idle']);
});

test('verbs that do not fit the state do nothing', async () => {
  const { script, flow, statuses } = begin();
  await flow.confirm();
  await flow.retry();
  flow.keep();
  void flow.start();
  await flow.start();
  await flow.confirm();
  assert.deepEqual(statuses, ['loading']);
  assert.equal(script.calls.length, 1);
});
