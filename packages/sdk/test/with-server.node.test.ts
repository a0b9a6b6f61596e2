import assert from 'node:assert/strict';
import { test } from 'node:test';
import { belongsTo, createInPageServer, type InPageServer, type InPageServerOptions } from '@leavewell/testing';
import { createCallOperation } from '../src/client/call-operation.ts';
import { memberClientOver } from '../src/client/create-member-client.ts';
import {
  createCancelRenewalFlow,
  createMemberClient,
  createMemberFlow,
  createResumeRenewalFlow,
  type MemberClient,
  type MemberError,
} from '../src/index.ts';
import { recordStatuses, settle, stateAs } from './flows/scripted-client.ts';

const minute = 60_000;
const pace = { timeout: 5_000, retryDelay: 1, maxRetryAfter: 1 };

/** A client in the same process that repeats without waiting. */
function clientOf({ endpoint, fetch, getToken }: InPageServer, memberId?: string): MemberClient {
  return memberClientOver(createCallOperation({ endpoint, fetch, getToken: () => getToken(memberId) }, pace));
}

function begin(options?: InPageServerOptions, memberId?: string) {
  const server = createInPageServer(options);
  const client = clientOf(server, memberId);
  const flow = createCancelRenewalFlow({ client, membershipId: 'm_pro' });
  return { server, client, flow, statuses: recordStatuses(flow) };
}

/** A flow of the real server that waits for the code. */
async function atVerify() {
  const begun = begin();
  await begun.flow.start();
  await begun.flow.confirm();
  stateAs(begun.flow, 'verify');
  begun.statuses.length = 0;
  return begun;
}

async function receiptsSent(server: InPageServer): Promise<number> {
  await settle();
  return server.inbox.filter(({ kind }) => kind === 'receipt').length;
}

function loseReplies(server: InPageServer, count: number): void {
  for (let lost = 0; lost < count; lost++) server.failNext({ status: 'lost_reply', operation: 'cancelRenewal' });
}

test('a member cancels with a code, keeps access until the day shown, and resumes (S21, S38, S61, AX4)', async () => {
  const { server, client, flow, statuses } = begin();
  await flow.start();
  const { preview } = stateAs(flow, 'confirm');
  assert.deepEqual([preview.membership.lastDay, preview.firstDayWithout], ['2026-12-31', '2027-01-01']);
  await flow.confirm();
  assert.equal(stateAs(flow, 'verify').verification.destination, '+86 138 •••• 2207');
  await flow.enterCode(server.lastCode());
  const { membership, receipt } = stateAs(flow, 'canceled');
  assert.deepEqual([membership.state, membership.access, membership.lastDay], ['ending', 'granted', '2026-12-31']);
  assert.deepEqual([receipt.lastDay, receipt.nextChargeAt, receipt.verifiedBy], ['2026-12-31', null, 'sms_code']);
  assert.deepEqual(await client.getReceipt(receipt.id), receipt);
  assert.deepEqual(statuses, ['loading', 'confirm', 'sending', 'verify', 'checking', 'submitting', 'canceled']);

  const resume = createResumeRenewalFlow({ client, membershipId: 'm_pro' });
  await resume.start();
  assert.equal(stateAs(resume, 'confirm').membership.price?.amount, 129_800);
  await resume.confirm();
  assert.equal(stateAs(resume, 'resumed').membership.state, 'renewing');
  const { items } = await client.listReceipts({ membershipId: 'm_pro' });
  assert.deepEqual([items.length, items.find(({ command }) => command === 'cancelRenewal')], [2, receipt]);

  await flow.start();
  assert.equal(flow.state.status, 'confirm', 'what was resumed can be canceled again');
});

test('without a policy one press is enough, and a double press makes one receipt (S24, P7)', async () => {
  const { server, flow, statuses } = begin({ verification: false });
  await flow.start();
  await Promise.all([flow.confirm(), flow.confirm(), flow.confirm()]);
  assert.deepEqual(statuses, ['loading', 'confirm', 'submitting', 'canceled']);
  assert.equal(await receiptsSent(server), 1);
});

test('replies lost twice on the way back are not noticed, and it happened once (XO2, XO4)', async () => {
  const { server, flow } = begin({ verification: false });
  await flow.start();
  loseReplies(server, 2);
  await flow.confirm();
  const { membership } = stateAs(flow, 'canceled');
  assert.equal(await receiptsSent(server), 1);
  assert.deepEqual(membership.version, (await server.client().getMembership('m_pro')).version);
});

test('when every reply is lost one more press finishes it, without another code (OF1, XO4)', async () => {
  const { server, flow, statuses } = await atVerify();
  loseReplies(server, 3);
  await flow.enterCode(server.lastCode());
  assert.equal(stateAs(flow, 'failed').from, 'submitting');
  await flow.retry();
  assert.equal(stateAs(flow, 'canceled').receipt.verifiedBy, 'sms_code');
  assert.deepEqual(statuses, ['checking', 'submitting', 'failed', 'submitting', 'canceled']);
  assert.equal(await receiptsSent(server), 1);
});

test('wrong codes count down, and another code opens the way again (S22, AU4, P3)', async () => {
  const { server, flow } = await atVerify();
  const wrong = server.lastCode() === '000000' ? '000001' : '000000';
  for (const left of [4, 3, 2, 1, 0]) {
    await flow.enterCode(wrong);
    assert.equal(stateAs(flow, 'verify').verification.attemptsLeft, left);
  }
  await flow.enterCode(server.lastCode());
  assert.equal(stateAs(flow, 'verify').error?.code, 'verification_attempts_exceeded');
  await flow.resendCode();
  const tooSoon = stateAs(flow, 'verify');
  assert.equal(tooSoon.error?.code, 'verification_attempts_exceeded');
  assert.ok(tooSoon.error.problem?.retryAt);
  server.clock.advance(2 * minute);
  await flow.resendCode();
  await flow.enterCode(` ${server.lastCode().slice(0, 3)} ${server.lastCode().slice(3)} `);
  assert.equal(flow.state.status, 'canceled');
});

test('a member who comes back after twenty minutes gets another session and another code (S22, AU1)', async () => {
  const { server, flow } = await atVerify();
  server.clock.advance(20 * minute);
  await flow.enterCode(server.lastCode());
  assert.equal(stateAs(flow, 'verify').error?.code, 'verification_expired');
  assert.ok(server.requests.some(({ status }) => status === 401));
  await flow.resendCode();
  await flow.enterCode(server.lastCode());
  assert.equal(flow.state.status, 'canceled');
});

test('a proof that grew too old before it arrived leads to one more code (AU1)', async () => {
  const { server, flow, statuses } = await atVerify();
  for (let lost = 0; lost < 3; lost++) server.failNext({ status: 'network', operation: 'cancelRenewal' });
  await flow.enterCode(server.lastCode());
  assert.equal(flow.state.status, 'failed');
  server.clock.advance(6 * minute);
  await flow.retry();
  await flow.enterCode(server.lastCode());
  assert.deepEqual(statuses.slice(3), ['submitting', 'sending', 'verify', 'checking', 'submitting', 'canceled']);
});

test('of two tabs one cancels and the other reads that it is done, with the receipt (CC2, XO1)', async () => {
  const { server, client, flow } = begin({ verification: false });
  const other = createCancelRenewalFlow({ client, membershipId: 'm_pro' });
  await Promise.all([flow.start(), other.start()]);
  await flow.confirm();
  await other.confirm();
  const { receipt } = stateAs(flow, 'canceled');
  const { refusal, membership } = stateAs(other, 'refused');
  assert.deepEqual([refusal.code, membership.receiptId], ['renewal_already_off', receipt.id]);
  assert.equal(await receiptsSent(server), 1);
});

test('an employee without the right reads who can help, before and after pressing (S42, S57)', async () => {
  const { server, flow } = begin({ memberships: [], verification: false }, 'wang-fang');
  await server.putMembership('m_pro', belongsTo('wang-fang'));
  await flow.start();
  const { refusal } = stateAs(flow, 'refused');
  assert.deepEqual([refusal.code, refusal.remedy, refusal.contact], ['no_permission', 'ask_administrator', 'Li Wen']);
});

test("a stranger's membership is not there (AC1)", async () => {
  const { flow } = begin(undefined, 'chen-hao');
  await flow.start();
  assert.equal(stateAs(flow, 'failed').error.code, 'membership_not_found');
});

test('the center shows all memberships and what a command made of one (S16, S33, S64)', async () => {
  const { server, client, flow } = begin({ verification: false });
  for (let number = 10; number < 65; number++) await server.putMembership(`m_z${number}`);
  const center = createMemberFlow({ client });
  await center.load();
  assert.equal(stateAs(center, 'ready').memberships.length, 50);
  await center.loadMore();
  const { memberships, nextCursor } = stateAs(center, 'ready');
  assert.deepEqual([memberships.length, new Set(memberships.map(({ id }) => id)).size, nextCursor], [58, 58, null]);
  await flow.start();
  await flow.confirm();
  center.replace(stateAs(flow, 'canceled').membership);
  const stateOf = (id: string) => stateAs(center, 'ready').memberships.find((shown) => shown.id === id)?.state;
  assert.equal(stateOf('m_pro'), 'ending');
  await center.load();
  assert.equal(stateOf('m_pro'), 'ending');
});

test("the host's texts come in the language of the page (TZ4)", async () => {
  const { endpoint, fetch, getToken } = createInPageServer();
  let language = 'zh-CN';
  const client = createMemberClient({ endpoint, fetch, getToken: () => getToken(), language: () => language });
  assert.equal((await client.getMembership('m_pro')).plan.name, '专业版');
  language = 'en';
  assert.equal((await client.getMembership('m_pro')).plan.name, 'Professional');
});

test('a list is filtered by state and by words; a filter that makes no sense names its field (S33)', async () => {
  const { client } = begin();
  const idsOf = async (filter: Parameters<MemberClient['listMemberships']>[0]) =>
    (await client.listMemberships(filter)).items.map(({ id }) => id);
  assert.deepEqual(await idsOf({ state: 'ending' }), ['m_team']);
  assert.deepEqual(await idsOf({ query: '1109-8842' }), ['m_export']);
  await assert.rejects(client.listMemberships({ limit: '1000' }), (error: MemberError) => {
    assert.deepEqual([error.code, error.problem?.errors?.map(({ field }) => field)], ['invalid_request', ['limit']]);
    return true;
  });
});
