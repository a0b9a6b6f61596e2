import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCancelRenewalFlow } from '../../src/index.ts';
import { by, canceled, membership, preview, proof, verification } from '../wire-fixtures.ts';
import { createScriptedClient, errorOf, recordStatuses, stateAs } from './scripted-client.ts';

const asked = preview({ verification: by('sms_code') });

function begin() {
  const script = createScriptedClient();
  const flow = createCancelRenewalFlow({ client: script.client, membershipId: 'm_pro' });
  return { script, flow, statuses: recordStatuses(flow) };
}

/** A flow that waits for the code. */
async function atVerify() {
  const begun = begin();
  void begun.flow.start();
  await begun.script.answer('previewCancelRenewal', asked);
  void begun.flow.confirm();
  await begun.script.answer('startVerification', verification());
  begun.statuses.length = 0;
  return begun;
}

test('where the policy asks for it a code is sent after the decision, and one code ends it (S21, AU1)', async () => {
  const { script, flow, statuses } = begin();
  void flow.start();
  await script.answer('previewCancelRenewal', asked);
  void flow.confirm();
  assert.deepEqual(flow.state, { status: 'sending', preview: asked, method: 'sms_code' });
  await script.answer('startVerification', verification());
  const state = { status: 'verify', preview: asked, verification: verification(), methods: [], error: null };
  assert.deepEqual(flow.state, state);
  void flow.enterCode('123456');
  assert.deepEqual(flow.state, { status: 'checking', preview: asked, verification: verification() });
  await script.answer('finishVerification', proof);
  await script.answer('cancelRenewal', canceled);
  assert.deepEqual(statuses, ['loading', 'confirm', 'sending', 'verify', 'checking', 'submitting', 'canceled']);
  const [request] = script.argsOf('startVerification');
  assert.deepEqual(request?.[0], { membershipId: 'm_pro', command: 'cancelRenewal', method: 'sms_code' });
  assert.equal(script.argsOf('cancelRenewal')[0]?.[1].proof, 'proof-1');
});

test('pressing twice sends one code, checks one code and submits once (S24, RL3)', async () => {
  const { script, flow } = begin();
  void flow.start();
  await script.answer('previewCancelRenewal', asked);
  void flow.confirm();
  void flow.confirm();
  await script.answer('startVerification', verification());
  void flow.enterCode('123456');
  void flow.enterCode('123456');
  void flow.resendCode();
  await script.answer('finishVerification', proof);
  assert.deepEqual(
    script.calls.map(({ method }) => method),
    ['previewCancelRenewal', 'startVerification', 'finishVerification', 'cancelRenewal'],
  );
});

test('a wrong code says how many tries are left and the next one is taken (S22, AX3)', async () => {
  const { script, flow, statuses } = await atVerify();
  void flow.enterCode('000000');
  await script.fail('finishVerification', errorOf('verification_code_wrong', { attemptsLeft: 4 }));
  const state = stateAs(flow, 'verify');
  assert.equal(state.error?.code, 'verification_code_wrong');
  assert.equal(state.verification.attemptsLeft, 4);
  void flow.enterCode('123456');
  await script.answer('finishVerification', proof);
  await script.answer('cancelRenewal', canceled);
  assert.deepEqual(statuses, ['checking', 'verify', 'checking', 'submitting', 'canceled']);
});

test('a code that works no more leaves the member at the field, with the way to another one (S22, P3)', async () => {
  const codes = ['verification_expired', 'verification_attempts_exceeded', 'verification_not_found', 'invalid_request'];
  for (const code of codes) {
    const { script, flow } = await atVerify();
    void flow.enterCode('123456');
    await script.fail('finishVerification', code);
    const state = stateAs(flow, 'verify');
    assert.deepEqual([state.error?.code, state.verification.attemptsLeft], [code, 5]);
    void flow.resendCode();
    await script.answer('startVerification', verification({ id: 'v_2' }));
    const next = stateAs(flow, 'verify');
    assert.deepEqual([next.error, next.verification.id], [null, 'v_2']);
  }
});

test('when no other code can be sent, the one that was sent can still be entered (S22)', async () => {
  const { script, flow, statuses } = await atVerify();
  for (const code of ['message_not_sent', 'network', 'verification_attempts_exceeded']) {
    void flow.resendCode();
    await script.fail('startVerification', code);
    const state = stateAs(flow, 'verify');
    assert.deepEqual([state.error?.code, state.verification], [code, verification()]);
  }
  void flow.enterCode('123456');
  await script.answer('finishVerification', proof);
  assert.deepEqual(statuses.slice(-2), ['checking', 'submitting']);
});

test('an empty code is not sent', async () => {
  const { script, flow, statuses } = await atVerify();
  await flow.enterCode('');
  await flow.enterCode('  ');
  assert.deepEqual(statuses, []);
  assert.equal(script.argsOf('finishVerification').length, 0);
});

test('a right lost between pressing and sending the code is said as a refusal (S57)', async () => {
  const { script, flow } = begin();
  void flow.start();
  await script.answer('previewCancelRenewal', asked);
  void flow.confirm();
  await script.fail('startVerification', 'no_permission');
  const refusal = { code: 'no_permission', remedy: 'ask_administrator', contact: 'Zhang Min' } as const;
  const action = { allowed: false, refusal, label: null } as const;
  const refused = membership({ actions: { ...membership().actions, cancelRenewal: action } });
  await script.answer('previewCancelRenewal', preview({ membership: refused }));
  assert.deepEqual(stateAs(flow, 'refused').refusal, action.refusal);
});

test('a proof that is too old costs one more code, sent at once, and not the request (S22, AU1)', async () => {
  for (const code of ['proof_invalid', 'verification_required']) {
    const { script, flow, statuses } = await atVerify();
    void flow.enterCode('123456');
    await script.answer('finishVerification', proof);
    await script.fail('cancelRenewal', code);
    await script.answer('startVerification', verification({ id: 'v_2' }));
    void flow.enterCode('654321');
    await script.answer('finishVerification', { ...proof, proof: 'proof-2' });
    await script.answer('cancelRenewal', canceled);
    const [first, second] = script.argsOf('cancelRenewal').map(([, command]) => command);
    assert.equal(second?.proof, 'proof-2');
    assert.equal(first?.idempotencyKey, second?.idempotencyKey, 'a proof that is refused stores nothing under the key');
    assert.deepEqual(statuses.slice(2), ['sending', 'verify', 'checking', 'submitting', 'canceled']);
  }
});

test('a second proof that is refused is a failure; trying again begins with another code', async () => {
  const { script, flow } = await atVerify();
  for (const id of ['v_2', 'v_3']) {
    void flow.enterCode('123456');
    await script.answer('finishVerification', proof);
    await script.fail('cancelRenewal', 'proof_invalid');
    if (id === 'v_2') await script.answer('startVerification', verification({ id }));
  }
  const { from, error } = stateAs(flow, 'failed');
  assert.deepEqual([from, error.code], ['submitting', 'proof_invalid']);
  void flow.retry();
  assert.equal(flow.state.status, 'sending');
});

test('another decision may lose a proof of its own', async () => {
  const { script, flow } = await atVerify();
  for (const decision of [1, 2]) {
    void flow.enterCode('123456');
    await script.answer('finishVerification', proof);
    await script.fail('cancelRenewal', 'proof_invalid');
    await script.answer('startVerification', verification());
    assert.equal(flow.state.status, 'verify', `after decision ${decision}`);
    flow.keep();
    void flow.start();
    await script.answer('previewCancelRenewal', asked);
    void flow.confirm();
    await script.answer('startVerification', verification());
  }
});

test('a policy that changed since the preview is shown before anything is decided', async () => {
  const { script, flow, statuses } = begin();
  void flow.start();
  await script.answer('previewCancelRenewal', preview());
  void flow.confirm();
  await script.fail('cancelRenewal', 'verification_required');
  await script.answer('previewCancelRenewal', asked);
  assert.deepEqual(statuses, ['loading', 'confirm', 'submitting', 'loading', 'confirm']);
  void flow.confirm();
  assert.equal(flow.state.status, 'sending');
});

test('a method of the member is taken when the policy lists it, else the first of the policy', async () => {
  const other = 'email_code';
  for (const [listed, expected] of [[['sms_code', other], other], [['sms_code'], 'sms_code']] as const) {
    const script = createScriptedClient();
    const flow = createCancelRenewalFlow({ client: script.client, membershipId: 'm_pro', method: other });
    void flow.start();
    await script.answer('previewCancelRenewal', preview({ verification: by(...listed) }));
    void flow.confirm();
    assert.equal(stateAs(flow, 'sending').method, expected);
  }
});

test('keep and reset leave every step of the verification, and late answers change nothing', async () => {
  for (const leave of ['keep', 'reset'] as const) {
    const end = leave === 'keep' ? 'kept' : 'idle';
    const { script, flow } = await atVerify();
    flow[leave]();
    assert.equal(flow.state.status, end);

    const sending = begin();
    void sending.flow.start();
    await sending.script.answer('previewCancelRenewal', asked);
    void sending.flow.confirm();
    sending.flow[leave]();
    await sending.script.answer('startVerification', verification());
    assert.equal(sending.flow.state.status, end);

    const checking = await atVerify();
    void checking.flow.enterCode('123456');
    checking.flow[leave]();
    await checking.script.answer('finishVerification', proof);
    assert.equal(checking.flow.state.status, end);
    assert.equal(checking.script.argsOf('cancelRenewal').length, 0);
    assert.equal(script.argsOf('cancelRenewal').length, 0);
  }
});
