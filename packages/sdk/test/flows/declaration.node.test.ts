import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCancelRenewalFlow } from '../../src/index.ts';
import { canceled, declaration, declarationForm, membershipPending, preview, unconfirmed } from '../wire-fixtures.ts';
import { keptItems } from './kept-items.ts';
import { createScriptedClient, recordStatuses, type ScriptedClient, stateAs } from './scripted-client.ts';

const german = preview({ place: 'DE', isPure: true, form: declarationForm() });
const french = preview({ place: 'FR', form: declarationForm({ review: true, fields: ['name', 'email'] }) });
const sent = ({ argsOf }: ScriptedClient) => argsOf('cancelRenewal').map(([, command]) => command.declaration);

function begin(storage = keptItems()) {
  const script = createScriptedClient();
  const flow = createCancelRenewalFlow({ client: script.client, membershipId: 'm_pro', storage });
  return { script, flow, storage, statuses: recordStatuses(flow) };
}

test('in Germany one page with what is known and one press is all there is (Q1, Q2, S36)', async () => {
  const { script, flow, statuses } = begin();
  void flow.start();
  await script.answer('previewCancelRenewal', german);
  assert.deepEqual(stateAs(flow, 'confirm').preview.form?.known, declaration);
  void flow.confirm({ ...declaration, terminationKind: 'extraordinary', reason: 'It does not work.' });
  await script.answer('cancelRenewal', canceled);
  assert.deepEqual(sent(script), [{ ...declaration, terminationKind: 'extraordinary', reason: 'It does not work.' }]);
  assert.deepEqual(statuses, ['loading', 'confirm', 'submitting', 'canceled']);
});

test('a program that declares nothing declares what is known (AX4)', async () => {
  const { script, flow } = begin();
  void flow.start();
  await script.answer('previewCancelRenewal', german);
  void flow.confirm();
  await script.answer('cancelRenewal', canceled);
  assert.deepEqual(sent(script), [declaration]);
});

test('in France what was declared is shown once more, can be changed, and only then is sent (Q1, Q2)', async () => {
  const { script, flow, statuses } = begin();
  void flow.start();
  await script.answer('previewCancelRenewal', french);
  await flow.confirm({ name: 'Li Wen', email: 'li@x.example' });
  assert.deepEqual(stateAs(flow, 'review').declaration, { name: 'Li Wen', email: 'li@x.example' });
  assert.deepEqual(sent(script), []);
  flow.edit();
  assert.deepEqual(stateAs(flow, 'confirm').preview.form?.known, { name: 'Li Wen', email: 'li@x.example' });
  await flow.confirm({ name: 'Li Wen', email: 'li.wen@x.example' });
  void flow.confirm();
  await script.answer('cancelRenewal', canceled);
  assert.deepEqual(sent(script), [{ name: 'Li Wen', email: 'li.wen@x.example' }]);
  assert.deepEqual(statuses, ['loading', 'confirm', 'review', 'confirm', 'review', 'submitting', 'canceled']);
});

test('nothing is declared where nothing is asked for, whatever a page gives', async () => {
  const { script, flow } = begin();
  void flow.start();
  await script.answer('previewCancelRenewal', preview());
  void flow.confirm(declaration);
  await script.answer('cancelRenewal', canceled);
  assert.deepEqual(sent(script), [undefined]);
});

test('every repeat of one intent declares the same, under the same key (S24, XO2)', async () => {
  const { script, flow } = begin();
  void flow.start();
  await script.answer('previewCancelRenewal', german);
  void flow.confirm(declaration);
  await script.fail('cancelRenewal', 'network');
  void flow.retry();
  await script.answer('cancelRenewal', canceled);
  const keys = script.argsOf('cancelRenewal').map(([, { idempotencyKey }]) => idempotencyKey);
  assert.deepEqual([sent(script), new Set(keys).size], [[declaration, declaration], 1]);
});

test('names and addresses are kept in no storage; what is pending after a reload is read, not sent again (EM8)', async () => {
  const { script, flow, storage } = begin();
  void flow.start();
  await script.answer('previewCancelRenewal', german);
  void flow.confirm(declaration);
  await script.answer('cancelRenewal', unconfirmed);
  flow.stop();
  for (const kept of storage.items.values()) assert.doesNotMatch(kept, /Li Wen|northwind\.example|NW-1/);

  const again = begin(storage);
  void again.flow.start();
  await again.script.answer('previewCancelRenewal', { ...german, membership: membershipPending() });
  assert.equal(again.flow.state.status, 'pending');
  void again.flow.start();
  await again.script.answer('previewCancelRenewal', { ...german, membership: canceled.membership });
  await again.script.answer('getReceipt', canceled.receipt);
  assert.equal(again.flow.state.status, 'canceled');
  assert.deepEqual(sent(again.script), []);
});

test('another declaration under the key of a try that was cut off is decided once more, under another key (OF1)', async () => {
  const { script, flow, storage } = begin();
  void flow.start();
  await script.answer('previewCancelRenewal', german);
  void flow.confirm(declaration);
  await script.fail('cancelRenewal', 'network');

  const again = begin(storage);
  void again.flow.start();
  await again.script.answer('previewCancelRenewal', german);
  assert.equal(stateAs(again.flow, 'confirm').notice, 'unfinished');
  void again.flow.confirm({ ...declaration, name: 'Wen Li' });
  await again.script.fail('cancelRenewal', 'idempotency_key_reused');
  await again.script.answer('previewCancelRenewal', german);
  assert.equal(stateAs(again.flow, 'confirm').notice, 'changed');
  void again.flow.confirm({ ...declaration, name: 'Wen Li' });
  await again.script.answer('cancelRenewal', canceled);
  assert.equal(again.flow.state.status, 'canceled');
  const keys = again.script.argsOf('cancelRenewal').map(([, { idempotencyKey }]) => idempotencyKey);
  assert.equal(new Set(keys).size, 2);
});

test('keeping renewal is open on the review as well', async () => {
  const { script, flow } = begin();
  void flow.start();
  await script.answer('previewCancelRenewal', french);
  await flow.confirm();
  flow.keep();
  assert.equal(flow.state.status, 'kept');
});
