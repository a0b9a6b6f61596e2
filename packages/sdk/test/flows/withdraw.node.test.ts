import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWithdrawFlow } from '../../src/index.ts';
import { by, membership, proof, receipt, unconfirmed, verification, withdrawn, withdrawPreview } from '../wire-fixtures.ts';
import { keptItems } from './kept-items.ts';
import { createScriptedClient, recordStatuses, stateAs } from './scripted-client.ts';

function begin(storage = keptItems()) {
  const script = createScriptedClient();
  const flow = createWithdrawFlow({ client: script.client, membershipId: 'm_pro', storage });
  return { script, flow, storage, statuses: recordStatuses(flow) };
}

test('a member withdraws and reads what is paid back, before and after (Q15, S63)', async () => {
  const { script, flow, statuses } = begin();
  void flow.start();
  await script.answer('previewWithdraw', withdrawPreview());
  assert.equal(stateAs(flow, 'confirm').preview.refund?.amount, 4900);
  void flow.confirm();
  await script.answer('withdraw', withdrawn);
  const { receipt: kept, membership: ended } = stateAs(flow, 'withdrawn');
  assert.deepEqual([kept.command, kept.refund, ended.access], ['withdraw', withdrawn.receipt.refund, 'ended']);
  assert.deepEqual(statuses, ['loading', 'confirm', 'submitting', 'withdrawn']);
  assert.equal(script.calls.some(({ method }) => /cancel/i.test(method)), false, 'it is another act than canceling');
});

test('a verification is for withdrawing, and its proof goes with it (P2)', async () => {
  const { script, flow } = begin();
  void flow.start();
  await script.answer('previewWithdraw', withdrawPreview({ verification: by('sms_code') }));
  void flow.confirm();
  await script.answer('startVerification', verification());
  assert.equal(script.argsOf('startVerification')[0]?.[0].command, 'withdraw');
  void flow.enterCode('123456');
  await script.answer('finishVerification', proof);
  await script.answer('withdraw', withdrawn);
  assert.equal(script.argsOf('withdraw')[0]?.[1].proof, 'proof-1');
  assert.equal(flow.state.status, 'withdrawn');
});

test('when the time is over it is refused with that reason, before and at the press (S57)', async () => {
  const over = begin();
  void over.flow.start();
  await over.script.answer('previewWithdraw', withdrawPreview({ membership: membership() }));
  assert.equal(stateAs(over.flow, 'refused').refusal.code, 'withdrawal_over');

  const late = begin();
  void late.flow.start();
  await late.script.answer('previewWithdraw', withdrawPreview());
  void late.flow.confirm();
  await late.script.fail('withdraw', 'withdrawal_over');
  await late.script.answer('previewWithdraw', withdrawPreview({ membership: membership() }));
  assert.equal(stateAs(late.flow, 'refused').refusal.code, 'withdrawal_over');
});

test('a double press withdraws once, and keeping the contract sends nothing (S24)', async () => {
  const { script, flow } = begin();
  void flow.start();
  await script.answer('previewWithdraw', withdrawPreview());
  void flow.confirm();
  void flow.confirm();
  assert.equal(script.argsOf('withdraw').length, 1);
  await script.answer('withdraw', withdrawn);

  const kept = begin();
  void kept.flow.start();
  await kept.script.answer('previewWithdraw', withdrawPreview());
  kept.flow.keep();
  assert.equal(kept.flow.state.status, 'kept');
  assert.equal(kept.script.argsOf('withdraw').length, 0);
});

test('a page loaded after the answer was lost shows that it is done, with its receipt (OF1)', async () => {
  const { script, flow, storage } = begin();
  void flow.start();
  await script.answer('previewWithdraw', withdrawPreview());
  void flow.confirm();
  await script.fail('withdraw', 'network');
  const again = begin(storage);
  const refusal = { code: 'membership_ended', remedy: 'none', contact: null } as const;
  const ended = { ...withdrawn.membership, actions: { ...membership().actions, withdraw: { allowed: false, refusal, label: null } } };
  void again.flow.start();
  await again.script.answer('previewWithdraw', withdrawPreview({ membership: ended }));
  await again.script.answer('getReceipt', withdrawn.receipt);
  assert.equal(stateAs(again.flow, 'withdrawn').receipt.id, withdrawn.receipt.id);
});

test('an end by another command is not told as a withdrawal', async () => {
  const { script, flow, storage } = begin();
  void flow.start();
  await script.answer('previewWithdraw', withdrawPreview());
  void flow.confirm();
  await script.fail('withdraw', 'network');
  const again = begin(storage);
  const refusal = { code: 'membership_ended', remedy: 'none', contact: null } as const;
  const actions = { ...membership().actions, withdraw: { allowed: false, refusal, label: null } };
  const ended = membership({ access: 'ended', receiptId: receipt.id, actions });
  void again.flow.start();
  await again.script.answer('previewWithdraw', withdrawPreview({ membership: ended }));
  await again.script.answer('getReceipt', receipt);
  assert.equal(stateAs(again.flow, 'refused').refusal.code, 'membership_ended');
});

test('what the payment company has not confirmed is asked for again under the same key (XO6)', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { script, flow } = begin();
  void flow.start();
  await script.answer('previewWithdraw', withdrawPreview());
  void flow.confirm();
  const pending = { command: 'withdraw', since: '2026-11-22T02:42:00Z' } as const;
  await script.answer('withdraw', { ...unconfirmed, membership: membership({ version: 4, pendingCommand: pending }) });
  assert.equal(flow.state.status, 'pending');
  t.mock.timers.tick(30_000);
  await script.answer('withdraw', withdrawn);
  assert.equal(flow.state.status, 'withdrawn');
  const keys = script.argsOf('withdraw').map(([, { idempotencyKey }]) => idempotencyKey);
  assert.deepEqual([keys.length, new Set(keys).size], [2, 1]);
});
