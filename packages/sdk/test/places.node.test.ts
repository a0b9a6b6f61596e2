import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createInPageServer, type InPageServerOptions } from '@leavewell/testing';
import { createAfterCancelFlow, createCancelRenewalFlow, createWithdrawFlow } from '../src/index.ts';
import { recordStatuses, settle, stateAs } from './flows/scripted-client.ts';

function begin(options: InPageServerOptions) {
  const server = createInPageServer(options);
  const client = server.client();
  const flow = createCancelRenewalFlow({ client, membershipId: 'm_pro', askPasskey: null });
  return { server, client, flow, statuses: recordStatuses(flow) };
}

const labels = {
  DE: ['Verträge hier kündigen', 'jetzt kündigen'],
  FR: ['résilier votre contrat', 'notification de la résiliation'],
  EU: [undefined, undefined],
  KR: [undefined, undefined],
  CA: [undefined, undefined],
  BASE: [undefined, undefined],
} as const;

for (const [place, [open, confirm]] of Object.entries(labels)) {
  test(`in ${place} the buttons read what the law fixes, or our own words (Q5, S35)`, async () => {
    const { client, flow } = begin({ place: place as keyof typeof labels });
    const { actions } = await client.getMembership('m_pro');
    assert.equal(actions.cancelRenewal.label?.text, open);
    await flow.start();
    const { preview } = stateAs(flow, 'confirm');
    assert.deepEqual([preview.confirmLabel?.text, preview.place], [confirm, place]);
    assert.deepEqual(preview.verification, { required: false, methods: [] });
  });
}

test('in Germany one page, nothing else allowed on it, and the declaration stays on the receipt (Q1, Q2, Q6)', async () => {
  const { client, flow, statuses } = begin({ place: 'DE' });
  await flow.start();
  const { preview } = stateAs(flow, 'confirm');
  assert.deepEqual([preview.isPure, preview.form?.review, preview.form?.known.name], [true, false, 'Li Wen']);
  await flow.confirm({ ...preview.form?.known, email: 'wen@elsewhere.example' });
  const { receipt } = stateAs(flow, 'canceled');
  assert.deepEqual([receipt.place, receipt.declaration?.email], ['DE', 'wen@elsewhere.example']);
  assert.deepEqual(statuses, ['loading', 'confirm', 'submitting', 'canceled']);
  assert.equal((await client.getMembership('m_pro')).renewal, 'off');
});

test('in France there is one page between, to check it (Q1, Q2)', async () => {
  const { flow, statuses } = begin({ place: 'FR' });
  await flow.start();
  await flow.confirm();
  assert.equal(stateAs(flow, 'review').declaration.name, 'Li Wen');
  await flow.confirm();
  assert.equal(stateAs(flow, 'canceled').receipt.place, 'FR');
  assert.deepEqual(statuses, ['loading', 'confirm', 'review', 'submitting', 'canceled']);
});

test('in China a code that cannot be sent by SMS comes by e-mail, without a press (P3, S21)', async () => {
  const wishes = { CN: { verification: ['sms_code', 'email_code'] } } as const;
  const { server, flow } = begin({ place: 'CN', wishes });
  server.failNext({ status: 503, operation: 'startVerification', code: 'message_not_sent' });
  await flow.start();
  await flow.confirm();
  const { verification, methods } = stateAs(flow, 'verify');
  assert.deepEqual([verification.method, methods], ['email_code', ['sms_code']]);
  await flow.enterCode(server.lastCode());
  assert.equal(stateAs(flow, 'canceled').receipt.verifiedBy, 'email_code');
});

test('in China a member whom nothing reaches asks a person, and the time of asking is written down (P3, S43)', async () => {
  const { server, client, flow } = begin({ place: 'CN', wishes: { CN: { verification: ['sms_code', 'email_code'] } } });
  for (let i = 0; i < 2; i += 1) server.failNext({ status: 503, operation: 'startVerification', code: 'message_not_sent' });
  await flow.start();
  await flow.confirm();
  assert.deepEqual(stateAs(flow, 'choose').methods, ['sms_code', 'email_code']);
  await flow.requestHelp();
  const { request } = stateAs(flow, 'requested');
  assert.deepEqual([request.requestedAt, request.membershipId], ['2026-11-22T02:42:00Z', 'm_pro']);
  const again = await client.requestSupport({ kind: 'cannot_cancel', membershipId: 'm_pro' });
  assert.equal(again.id, request.id, 'asking again while it is open is the same request');
});

test('in the EU a young contract can be withdrawn from, which is another act than canceling (S63, Q15)', async () => {
  const { server, client, flow } = begin({ place: 'EU', memberships: [] });
  await server.putMembership('m_pro', { facts: { startsAt: '2026-11-20T16:00:00Z', periodStartsAt: '2026-11-20T16:00:00Z' } });
  const { actions, withdrawBy } = await client.getMembership('m_pro');
  assert.deepEqual([actions.withdraw.label?.text, withdrawBy], ['withdraw from contract here', '2026-12-05T16:00:00Z']);
  const withdraw = createWithdrawFlow({ client, membershipId: 'm_pro' });
  await withdraw.start();
  assert.equal(stateAs(withdraw, 'confirm').preview.confirmLabel?.text, 'confirm withdrawal');
  await withdraw.confirm();
  const { receipt, membership } = stateAs(withdraw, 'withdrawn');
  assert.deepEqual([receipt.command, membership.access, receipt.refund?.amount], ['withdraw', 'ended', 129_800]);
  await flow.start();
  assert.equal(stateAs(flow, 'refused').refusal.code, 'membership_ended');
});

test('the question and the offer come after it took effect, and leave it in effect (P15, P16, S72, S74)', async () => {
  const terms = { title: { en: 'A month' }, text: { en: 'One month.' }, price: null, endsAt: null, renews: false } as const;
  const { client, flow } = begin({ place: 'CA', handler: { afterCancel: { offer: () => terms } } });
  assert.deepEqual(await client.afterCancel('m_pro'), { survey: null, offer: null });
  await flow.start();
  await flow.confirm();
  const after = createAfterCancelFlow({ client, membershipId: 'm_pro' });
  await after.start();
  const { survey } = stateAs(after, 'ask');
  await after.sendFeedback({ reason: survey?.reasons[0]?.id });
  await after.declineOffer();
  const done = stateAs(after, 'ask');
  assert.deepEqual([done.survey?.answer, done.offer?.answer, done.error], ['sent', 'declined', null]);
  await settle();
  assert.equal((await client.getMembership('m_pro')).renewal, 'off');
  assert.deepEqual(await client.afterCancel('m_pro'), { survey: null, offer: null }, 'nobody is asked twice (Q13)');
});
