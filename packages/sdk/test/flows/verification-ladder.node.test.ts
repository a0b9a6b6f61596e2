import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AskPasskey, createCancelRenewalFlow, type VerificationMethod } from '../../src/index.ts';
import { assertion, by, canceled, passkeyVerification, preview, proof, verification } from '../wire-fixtures.ts';
import { createScriptedClient, errorOf, recordStatuses, settle, stateAs } from './scripted-client.ts';

const ladder: readonly VerificationMethod[] = ['passkey', 'password', 'sms_code', 'email_code'];

/** A member who has confirmed where one of these is asked for. */
async function afterConfirm(
  methods: readonly VerificationMethod[],
  options: { askPasskey?: AskPasskey | null; method?: VerificationMethod } = {},
) {
  const script = createScriptedClient();
  const flow = createCancelRenewalFlow({ client: script.client, membershipId: 'm_pro', askPasskey: null, ...options });
  const statuses = recordStatuses(flow);
  void flow.start();
  await script.answer('previewCancelRenewal', preview({ verification: by(...methods) }));
  void flow.confirm();
  await settle();
  return { script, flow, statuses, methodsAsked: () => script.argsOf('startVerification').map(([{ method }]) => method) };
}

const typed = (method: VerificationMethod) =>
  verification({ id: `v_${method}`, method, destination: null, codeLength: method.endsWith('_code') ? 6 : null });

test('a passkey is asked for at once, and what it signed ends it without a key pressed (S21, P3)', async () => {
  const asked: unknown[] = [];
  const askPasskey: AskPasskey = async (request) => {
    asked.push(request);
    return assertion;
  };
  const { script, flow, statuses } = await afterConfirm(['passkey', 'sms_code'], { askPasskey });
  await script.answer('startVerification', passkeyVerification());
  await script.answer('finishVerification', proof);
  await script.answer('cancelRenewal', canceled);
  assert.deepEqual(asked, [passkeyVerification().passkey]);
  assert.deepEqual(script.argsOf('finishVerification')[0]?.slice(0, 2), ['v_p', { assertion }]);
  assert.deepEqual(statuses.slice(2), ['sending', 'verify', 'checking', 'submitting', 'canceled']);
  assert.equal(flow.state.status, 'canceled');
});

test('where there is no authenticator the next way is taken by itself, without a request for it (P3)', async () => {
  const { script, flow, methodsAsked } = await afterConfirm(ladder);
  await script.answer('startVerification', typed('password'));
  assert.deepEqual(methodsAsked(), ['password']);
  const state = stateAs(flow, 'verify');
  assert.deepEqual([state.verification.method, state.methods, state.error], ['password', ['sms_code', 'email_code'], null]);
});

test('a passkey that was dismissed leads to the next way, and stays one press away (P3, S22)', async () => {
  const answers = [null, assertion];
  const askPasskey: AskPasskey = async () => answers.shift() ?? null;
  const { script, flow } = await afterConfirm(['passkey', 'sms_code'], { askPasskey });
  await script.answer('startVerification', passkeyVerification());
  await script.answer('startVerification', verification());
  assert.deepEqual(stateAs(flow, 'verify').methods, ['passkey']);
  void flow.useMethod('passkey');
  await script.answer('startVerification', passkeyVerification());
  await script.answer('finishVerification', proof);
  await script.answer('cancelRenewal', canceled);
  assert.equal(flow.state.status, 'canceled');
});

test('an authenticator that throws counts as dismissed; one that waits is let go when the member takes another way', async () => {
  const broken = await afterConfirm(['passkey', 'email_code'], { askPasskey: () => Promise.reject(new Error('broken')) });
  await broken.script.answer('startVerification', passkeyVerification());
  assert.deepEqual(broken.methodsAsked(), ['passkey', 'email_code']);

  let given: AbortSignal | undefined;
  const askPasskey: AskPasskey = (_, { signal }) => {
    given = signal;
    return new Promise(() => {});
  };
  const { script, flow } = await afterConfirm(['passkey', 'email_code'], { askPasskey });
  await script.answer('startVerification', passkeyVerification());
  assert.equal(stateAs(flow, 'verify').verification.method, 'passkey');
  await flow.enterCode('123456');
  assert.equal(script.argsOf('finishVerification').length, 0, 'there is nothing to type');
  void flow.useMethod('email_code');
  assert.equal(given?.aborted, true);
});

test('a passkey that the server does not take says so, and asking again is one press (S22)', async () => {
  const { script, flow } = await afterConfirm(['passkey', 'sms_code'], { askPasskey: async () => assertion });
  await script.answer('startVerification', passkeyVerification());
  await script.fail('finishVerification', errorOf('verification_code_wrong', { attemptsLeft: 4 }));
  const state = stateAs(flow, 'verify');
  assert.deepEqual([state.error?.code, state.verification.attemptsLeft, state.methods], ['verification_code_wrong', 4, ['sms_code']]);
  void flow.useMethod('passkey');
  await script.answer('startVerification', passkeyVerification({ id: 'v_p2' }));
  await script.answer('finishVerification', proof);
  await script.answer('cancelRenewal', canceled);
  assert.equal(flow.state.status, 'canceled');
});

test('each way disabled in turn leads to the next by itself, and a person is below the last (P3, S22)', async () => {
  for (const code of ['message_not_sent', 'verification_method_unavailable']) {
    const { script, flow, methodsAsked } = await afterConfirm(ladder);
    for (const _ of ['password', 'sms_code', 'email_code']) await script.fail('startVerification', code);
    assert.deepEqual(methodsAsked(), ['password', 'sms_code', 'email_code']);
    const state = stateAs(flow, 'choose');
    // What could not be sent may be sent later; what this member does not have is offered no more.
    const left = code === 'message_not_sent' ? ['password', 'sms_code', 'email_code'] : [];
    assert.deepEqual([state.methods, state.error?.code], [left, code]);
    void flow.requestHelp();
    await settle();
    assert.equal(flow.state.status, 'requesting');
  }
});

test('what the member did themselves never changes the way by itself (S22)', async () => {
  const { script, flow, methodsAsked } = await afterConfirm(['password', 'sms_code']);
  await script.answer('startVerification', typed('password'));
  for (const code of ['verification_code_wrong', 'verification_attempts_exceeded', 'verification_expired']) {
    void flow.enterCode('not my password');
    await script.fail('finishVerification', code);
    assert.equal(stateAs(flow, 'verify').verification.method, 'password');
  }
  assert.deepEqual(methodsAsked(), ['password']);
  void flow.useMethod('sms_code');
  await script.answer('startVerification', verification());
  assert.deepEqual(stateAs(flow, 'verify').methods, ['password']);
});

test('a way that is closed for a while leaves the choice of the others (P3)', async () => {
  for (const code of ['verification_attempts_exceeded', 'rate_limited']) {
    const { script, flow } = await afterConfirm(['sms_code', 'email_code']);
    await script.fail('startVerification', code);
    const state = stateAs(flow, 'choose');
    assert.deepEqual([state.methods, state.error?.code], [['sms_code', 'email_code'], code]);
    void flow.useMethod('email_code');
    await script.answer('startVerification', typed('email_code'));
    assert.equal(stateAs(flow, 'verify').verification.method, 'email_code');
  }
});

test('the only way that there is can be tried again, or a person be asked (P3, S43)', async () => {
  const { script, flow } = await afterConfirm(['sms_code']);
  await script.fail('startVerification', 'message_not_sent');
  assert.equal(stateAs(flow, 'failed').from, 'sending');
  void flow.retry();
  await script.answer('startVerification', verification());
  assert.equal(flow.state.status, 'verify');
});

test('a member without any way is not stuck: the choice has a person in it (P3)', async () => {
  const { script, flow } = await afterConfirm([]);
  assert.deepEqual([stateAs(flow, 'choose').methods, stateAs(flow, 'choose').error], [[], null]);
  assert.equal(script.argsOf('startVerification').length, 0);
});

test('the way that the member wants comes first when the server lists it', async () => {
  const { script, flow } = await afterConfirm(['sms_code', 'email_code', 'totp'], { method: 'email_code' });
  await script.answer('startVerification', typed('email_code'));
  assert.deepEqual(stateAs(flow, 'verify').methods, ['sms_code', 'totp']);
});

test("the host's own login is tried without a question, and what is too old leads on (S21)", async () => {
  const strong = await afterConfirm(['host_login', 'sms_code']);
  await strong.script.answer('cancelRenewal', canceled);
  assert.deepEqual(strong.statuses.slice(2), ['submitting', 'canceled']);

  const old = await afterConfirm(['host_login', 'sms_code']);
  await old.script.fail('cancelRenewal', 'step_up_required');
  await old.script.answer('startVerification', verification());
  assert.deepEqual(stateAs(old.flow, 'verify').methods, []);
  void old.flow.enterCode('123456');
  await old.script.answer('finishVerification', proof);
  await old.script.answer('cancelRenewal', canceled);
  const keys = old.script.argsOf('cancelRenewal').map(([, { idempotencyKey }]) => idempotencyKey);
  assert.equal(new Set(keys).size, 1);

  const alone = await afterConfirm(['host_login']);
  await alone.script.fail('cancelRenewal', 'step_up_required');
  assert.deepEqual([stateAs(alone.flow, 'choose').methods, stateAs(alone.flow, 'choose').error?.code], [[], 'step_up_required']);
});

test('a proof that came too late is earned once more in the way it was earned (AU1)', async () => {
  const { script, flow, methodsAsked } = await afterConfirm(['sms_code', 'email_code']);
  await script.answer('startVerification', verification());
  void flow.useMethod('email_code');
  await script.answer('startVerification', typed('email_code'));
  void flow.enterCode('123456');
  await script.answer('finishVerification', proof);
  await script.fail('cancelRenewal', 'proof_invalid');
  assert.deepEqual(methodsAsked(), ['sms_code', 'email_code', 'email_code']);
});
