import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCancelRenewalFlow, createResumeRenewalFlow, entityTagOf } from '../../src/index.ts';
import { by, canceled, membership, membershipEnding, preview, proof, resumed, verification } from '../wire-fixtures.ts';
import { createScriptedClient, errorOf, recordStatuses, stateAs } from './scripted-client.ts';

const asked = preview({ verification: by('sms_code') });
const newer = membership({ version: 9, price: { amount: 5900, currency: 'CNY', interval: { unit: 'month', count: 1 } } });

function begin() {
  const script = createScriptedClient();
  const flow = createCancelRenewalFlow({ client: script.client, membershipId: 'm_pro' });
  return { script, flow, statuses: recordStatuses(flow) };
}

/** A flow that has sent its command with a proof. */
async function atSubmitting() {
  const begun = begin();
  void begun.flow.start();
  await begun.script.answer('previewCancelRenewal', asked);
  void begun.flow.confirm();
  await begun.script.answer('startVerification', verification());
  void begun.flow.enterCode('123456');
  await begun.script.answer('finishVerification', proof);
  begun.statuses.length = 0;
  return begun;
}

test('what is sent names the membership as the member was shown it (CC2)', async () => {
  const { script, flow } = await atSubmitting();
  assert.equal(script.argsOf('cancelRenewal')[0]?.[1].ifMatch, entityTagOf(membership()));
  await script.fail('cancelRenewal', 'network');
  void flow.retry();
  assert.equal(script.argsOf('cancelRenewal')[1]?.[1].ifMatch, entityTagOf(membership()), 'also when it is tried again');

  const back = createScriptedClient();
  const resume = createResumeRenewalFlow({ client: back.client, membershipId: 'm_pro' });
  void resume.start();
  await back.answer('getMembership', membershipEnding());
  void resume.confirm();
  assert.equal(back.argsOf('resumeRenewal')[0]?.[1].ifMatch, entityTagOf(membershipEnding()));
});

test('a membership that changed since is shown afresh and decided again, and the code stays earned (CC2, AX4)', async () => {
  const { script, flow, statuses } = await atSubmitting();
  await script.fail('cancelRenewal', errorOf('membership_changed', { membership: newer }));
  await script.answer('previewCancelRenewal', preview({ membership: newer, verification: by('sms_code') }));
  const { preview: shown, notice } = stateAs(flow, 'confirm');
  assert.deepEqual([shown.membership, notice], [newer, 'changed']);
  void flow.confirm();
  await script.answer('cancelRenewal', { ...canceled, membership: membershipEnding({ version: 10 }) });
  assert.equal(flow.state.status, 'canceled');
  const [first, second] = script.argsOf('cancelRenewal').map(([, command]) => command);
  assert.deepEqual([second?.proof, second?.ifMatch], ['proof-1', entityTagOf(newer)]);
  assert.notEqual(first?.idempotencyKey, second?.idempotencyKey, 'it is another decision');
  assert.deepEqual(statuses, ['loading', 'confirm', 'submitting', 'canceled']);
  assert.equal(script.argsOf('startVerification').length, 1);
});

test('a proof that grew too old meanwhile costs one more code and nothing else (AU1)', async () => {
  const { script, flow } = await atSubmitting();
  await script.fail('cancelRenewal', 'membership_changed');
  await script.answer('previewCancelRenewal', preview({ membership: newer, verification: by('sms_code') }));
  void flow.confirm();
  await script.fail('cancelRenewal', 'proof_invalid');
  await script.answer('startVerification', verification({ id: 'v_2' }));
  assert.equal(flow.state.status, 'verify');
});

test('what the change made impossible is said instead of asked again', async () => {
  const { script, flow } = await atSubmitting();
  await script.fail('cancelRenewal', 'membership_changed');
  await script.answer('previewCancelRenewal', preview({ membership: membershipEnding() }));
  assert.equal(stateAs(flow, 'refused').refusal.code, 'renewal_already_off');
});

test('that it changed is still said when reading it afresh fails first (OF1)', async () => {
  const { script, flow } = await atSubmitting();
  await script.fail('cancelRenewal', 'membership_changed');
  await script.fail('previewCancelRenewal', 'network');
  assert.equal(stateAs(flow, 'failed').from, 'loading');
  void flow.retry();
  await script.answer('previewCancelRenewal', preview({ membership: newer }));
  assert.equal(stateAs(flow, 'confirm').notice, 'changed');
});

test('turning renewal back on is decided again on fresh facts, too (CC2)', async () => {
  const script = createScriptedClient();
  const flow = createResumeRenewalFlow({ client: script.client, membershipId: 'm_pro' });
  void flow.start();
  await script.answer('getMembership', membershipEnding());
  void flow.confirm();
  await script.fail('resumeRenewal', 'membership_changed');
  await script.answer('getMembership', membershipEnding({ version: 5 }));
  assert.equal(stateAs(flow, 'confirm').notice, 'changed');
  void flow.confirm();
  await script.answer('resumeRenewal', { ...resumed, membership: membership({ version: 6 }) });
  assert.equal(flow.state.status, 'resumed');
});

test('a key that stands for something else is given up, and the member decides on fresh facts', async () => {
  const { script, flow } = await atSubmitting();
  await script.fail('cancelRenewal', 'idempotency_key_reused');
  await script.answer('previewCancelRenewal', asked);
  assert.equal(stateAs(flow, 'confirm').notice, 'changed');
  void flow.confirm();
  const [first, second] = script.argsOf('cancelRenewal').map(([, { idempotencyKey }]) => idempotencyKey);
  assert.notEqual(first, second);
});
