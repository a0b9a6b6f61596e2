import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCancelRenewalFlow } from '../../src/index.ts';
import { canceled, membership, membershipEnding, preview, receipt } from '../wire-fixtures.ts';
import { createScriptedClient, errorOf, recordStatuses, stateAs } from './scripted-client.ts';

function begin() {
  const script = createScriptedClient();
  const flow = createCancelRenewalFlow({ client: script.client, membershipId: 'm_pro' });
  return { script, flow, statuses: recordStatuses(flow) };
}

/** A flow at `confirm` where no proof is asked for. */
async function atConfirm() {
  const begun = begin();
  void begun.flow.start();
  await begun.script.answer('previewCancelRenewal', preview());
  begun.statuses.length = 0;
  return begun;
}

test('a member reads what would happen, confirms once, and has the receipt (S36, P7)', async () => {
  const { script, flow, statuses } = begin();
  assert.deepEqual(flow.state, { status: 'idle' });
  void flow.start();
  await script.answer('previewCancelRenewal', preview());
  assert.deepEqual(flow.state, { status: 'confirm', preview: preview(), notice: null });
  void flow.confirm();
  assert.deepEqual(flow.state, { status: 'submitting', preview: preview() });
  await script.answer('cancelRenewal', canceled);
  assert.deepEqual(flow.state, { status: 'canceled', membership: membershipEnding(), receipt });
  assert.deepEqual(statuses, ['loading', 'confirm', 'submitting', 'canceled']);
  assert.deepEqual(script.calls.map(({ method, args }) => [method, args[0]]), [
    ['previewCancelRenewal', 'm_pro'],
    ['cancelRenewal', 'm_pro'],
  ]);
});

test('a verb resolves when its part is over, and nothing has to be awaited', async () => {
  const { script, flow } = begin();
  const started = flow.start().then(() => flow.state.status);
  await script.answer('previewCancelRenewal', preview());
  const confirmed = flow.confirm().then(() => flow.state.status);
  await script.answer('cancelRenewal', canceled);
  assert.deepEqual(await Promise.all([started, confirmed]), ['confirm', 'canceled']);
});

test('pressing twice, or twenty times, sends once (S24)', async () => {
  const { script, flow, statuses } = await atConfirm();
  for (let press = 0; press < 20; press++) void flow.confirm();
  assert.equal(script.argsOf('cancelRenewal').length, 1);
  await script.answer('cancelRenewal', canceled);
  await flow.confirm();
  assert.equal(script.calls.length, 2);
  assert.deepEqual(statuses, ['submitting', 'canceled']);
});

test('opening twice reads once', async () => {
  const { script, flow, statuses } = begin();
  void flow.start();
  await flow.start();
  assert.equal(script.calls.length, 1);
  await script.answer('previewCancelRenewal', preview());
  await flow.start();
  assert.deepEqual(statuses, ['loading', 'confirm']);
});

test('the verbs can be handed around without their flow', async () => {
  const { script, flow } = await atConfirm();
  const { confirm, subscribe } = flow;
  const heard: string[] = [];
  subscribe(({ status }) => heard.push(status));
  void confirm();
  await script.answer('cancelRenewal', canceled);
  assert.deepEqual(heard, ['submitting', 'canceled']);
});

test('where nothing can be canceled the member reads why and who can help (S56, S57)', async () => {
  const { script, flow } = begin();
  const refusal = { code: 'no_permission', remedy: 'ask_administrator', contact: 'Zhang Min' } as const;
  const action = { allowed: false, refusal, label: null } as const;
  const refused = membership({ actions: { ...membership().actions, cancelRenewal: action } });
  void flow.start();
  await script.answer('previewCancelRenewal', preview({ membership: refused }));
  assert.deepEqual(flow.state, { status: 'refused', membership: refused, refusal: action.refusal });
  await flow.confirm();
  assert.equal(script.argsOf('cancelRenewal').length, 0);
});

test('what another tab did in the meantime is read afresh and said, not shown as a failure (CC2)', async () => {
  const { script, flow, statuses } = await atConfirm();
  void flow.confirm();
  await script.fail('cancelRenewal', 'renewal_already_off');
  await script.answer('previewCancelRenewal', preview({ membership: membershipEnding() }));
  const { membership: fresh, refusal } = stateAs(flow, 'refused');
  assert.deepEqual(fresh, membershipEnding());
  assert.equal(refusal.code, 'renewal_already_off');
  assert.deepEqual(statuses, ['submitting', 'loading', 'refused']);
});

test('a refusal that the fresh membership does not show is still said, so that nobody presses in circles', async () => {
  const { script, flow } = await atConfirm();
  void flow.confirm();
  await script.fail('cancelRenewal', errorOf('too_late', { remedy: 'contact_support' }));
  await script.answer('previewCancelRenewal', preview());
  const expected = { code: 'too_late', remedy: 'contact_support', contact: null };
  assert.deepEqual(stateAs(flow, 'refused').refusal, expected);
});

test('that refusal is not lost when reading afresh fails first (OF1)', async () => {
  const { script, flow } = await atConfirm();
  void flow.confirm();
  await script.fail('cancelRenewal', 'too_late');
  await script.fail('previewCancelRenewal', 'network');
  assert.equal(stateAs(flow, 'failed').from, 'loading');
  void flow.retry();
  await script.answer('previewCancelRenewal', preview());
  assert.equal(stateAs(flow, 'refused').refusal.code, 'too_late');
});

test('a member keeps renewal at any moment before it is sent, and what comes late changes nothing (P7)', async () => {
  const { script, flow, statuses } = begin();
  void flow.start();
  flow.keep();
  await script.answer('previewCancelRenewal', preview());
  assert.deepEqual(flow.state, { status: 'kept' });
  void flow.start();
  await script.answer('previewCancelRenewal', preview());
  flow.keep();
  await flow.confirm();
  flow.keep();
  assert.deepEqual(statuses, ['loading', 'kept', 'loading', 'confirm', 'kept']);
  assert.equal(script.argsOf('cancelRenewal').length, 0);
});

test('keeping gives up the reading under way', async () => {
  const { script, flow } = begin();
  void flow.start();
  flow.keep();
  assert.equal(script.argsOf('previewCancelRenewal')[0]?.[1]?.signal?.aborted, true);
});

test('once it is sent nobody says it was kept: not under way, not when its end is unknown (XO6)', async () => {
  const { script, flow } = await atConfirm();
  void flow.confirm();
  flow.keep();
  void flow.start();
  assert.equal(flow.state.status, 'submitting');
  await script.fail('cancelRenewal', 'network');
  flow.keep();
  assert.equal(stateAs(flow, 'failed').from, 'submitting');
});

test('a failure before anything was sent can be left by keeping', async () => {
  const { script, flow } = begin();
  void flow.start();
  await script.fail('previewCancelRenewal', 'network');
  flow.keep();
  assert.equal(flow.state.status, 'kept');
});

test('reset gives up reading, and lets a command that is on its way arrive', async () => {
  const { script, flow, statuses } = begin();
  void flow.start();
  flow.reset();
  await script.answer('previewCancelRenewal', preview());
  assert.equal(flow.state.status, 'idle');
  void flow.start();
  await script.answer('previewCancelRenewal', preview());
  void flow.confirm();
  flow.reset();
  assert.equal(script.argsOf('cancelRenewal')[0]?.[1].signal, undefined);
  await script.answer('cancelRenewal', canceled);
  flow.reset();
  assert.deepEqual(statuses, ['loading', 'idle', 'loading', 'confirm', 'submitting', 'idle']);
});

test('an answer to an opening before the present one is not shown', async () => {
  const { script, flow } = begin();
  void flow.start();
  flow.reset();
  void flow.start();
  await script.answer('previewCancelRenewal', preview({ membership: membership({ version: 1 }) }));
  assert.equal(flow.state.status, 'loading');
  await script.answer('previewCancelRenewal', preview());
  assert.equal(stateAs(flow, 'confirm').preview.membership.version, 3);
});

test('after it was canceled, refused, kept or failed the flow can be opened again', async () => {
  const { script, flow } = await atConfirm();
  void flow.confirm();
  await script.answer('cancelRenewal', canceled);
  void flow.start();
  await script.answer('previewCancelRenewal', preview({ membership: membershipEnding() }));
  void flow.start();
  await script.fail('previewCancelRenewal', 'network');
  void flow.start();
  await script.answer('previewCancelRenewal', preview());
  assert.equal(flow.state.status, 'confirm');
});

test('listeners that throw never turn a success into a failure', async (t) => {
  const { script, flow } = begin();
  const reported = t.mock.method(console, 'error', () => {});
  const heard: string[] = [];
  flow.subscribe(() => {
    throw new Error('fault of the page');
  });
  flow.subscribe(({ status }) => heard.push(status));
  void flow.start();
  await script.answer('previewCancelRenewal', preview());
  void flow.confirm();
  await script.answer('cancelRenewal', canceled);
  assert.deepEqual(heard, ['loading', 'confirm', 'submitting', 'canceled']);
  assert.equal(reported.mock.callCount(), 4);
});

test('a listener may press the next button itself', async () => {
  const { script, flow, statuses } = begin();
  flow.subscribe(({ status }) => void (status === 'confirm' && flow.confirm()));
  void flow.start();
  await script.answer('previewCancelRenewal', preview());
  await script.answer('cancelRenewal', canceled);
  assert.deepEqual(statuses, ['loading', 'confirm', 'submitting', 'canceled']);
});
