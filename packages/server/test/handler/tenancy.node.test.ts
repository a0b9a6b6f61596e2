import type { OperationName } from '@leavewell/contract';
import { belongsTo, type FixtureMemberId } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemOf, startServer, type Ask, type Caller, type TestServer } from './start-server.ts';

/** What exists: one thing of each kind, of Wang Fang, an employee of Northwind at the tenant acme. */
interface Things {
  readonly membership: string;
  readonly receipt: string;
  readonly verification: string;
}

const absent: Things = { membership: 'm_absent', receipt: 'CR-2222-2222', verification: 'absent' };

/** Every operation that names a thing, and how it is asked about one. */
const asks: Partial<Record<OperationName, (things: Things) => Ask>> = {
  getMembership: ({ membership }) => ({ id: membership }),
  previewCancelRenewal: ({ membership }) => ({ id: membership }),
  cancelRenewal: ({ membership }) => ({ id: membership, key: 'intent-0009' }),
  resumeRenewal: ({ membership }) => ({ id: membership, key: 'intent-0010' }),
  startVerification: ({ membership }) => ({
    body: { membershipId: membership, command: 'cancelRenewal', method: 'sms_code' },
  }),
  finishVerification: ({ verification }) => ({ id: verification, body: { code: '000000' } }),
  getReceipt: ({ receipt }) => ({ id: receipt }),
  previewWithdraw: ({ membership }) => ({ id: membership }),
  withdraw: ({ membership }) => ({ id: membership, key: 'intent-0011' }),
  requestSupport: ({ membership }) => ({ body: { kind: 'cannot_cancel', membershipId: membership } }),
  afterCancel: ({ membership }) => ({ id: membership }),
  sendFeedback: ({ membership }) => ({ id: membership, body: {} }),
};

async function startWithThings(): Promise<{ server: TestServer; things: Things }> {
  const server = await startServer({ policy: { place: 'CN' } });
  const { holder, account } = belongsTo('wang-fang');
  await server.declare('m_wang', { holder, account });
  await server.declare('m_other', { holder, account }, server.otherHost);
  const admin = await server.member('li-wen');
  const { receipt } = await admin.ok('cancelRenewal', { id: 'm_wang', key: 'intent-0001' });
  await admin.ok('resumeRenewal', { id: 'm_wang', key: 'intent-0002' });
  const body = { membershipId: 'm_wang', command: 'changeFactors', method: 'sms_code' };
  const { id } = await admin.ok('startVerification', { body });
  return { server, things: { membership: 'm_wang', receipt: receipt.id, verification: id } };
}

/** Who must not know of these things, each with a valid session. */
const strangers: [string, FixtureMemberId, (server: TestServer) => Caller][] = [
  ['a member of another account', 'chen-hao', ({ host }) => host],
  ["the holder's own id at another tenant", 'wang-fang', ({ otherHost }) => otherHost],
  ['the administrator at another tenant', 'li-wen', ({ otherHost }) => otherHost],
];

for (const [who, memberId, hostOf] of strangers) {
  test(`${who} gets the same answer for what exists and what does not, on every operation (AC1, AC4)`, async () => {
    const { server, things } = await startWithThings();
    const stranger = await server.member(memberId, hostOf(server));
    for (const [name, askOf] of Object.entries(asks)) {
      const [real, none] = [things, absent].map(async (which) => {
        const reply = await stranger.ask(name as OperationName, askOf(which));
        const headers = [...reply.headers].filter(([field]) => field !== 'x-request-id');
        return { ...problemOf(reply), requestId: '', headers };
      });
      assert.deepEqual(await real, await none, name);
      assert.equal((await real)?.status, 404, name);
    }
    assert.deepEqual(
      (await stranger.ok('listMemberships')).items.filter(({ id }) => id === 'm_wang'),
      [],
    );
  });
}

test('whoever has no session gets 401 on every operation of members, whatever they ask for (AC1, AU5)', async () => {
  const { server, things } = await startWithThings();
  const nobody = server.caller({});
  for (const [name, askOf] of Object.entries(asks)) {
    await nobody.refused(name as OperationName, 'session_missing', askOf(things));
  }
  await nobody.refused('getSession', 'session_missing');
  await nobody.refused('listMemberships', 'session_missing');
});

test('a holder without any right may look, and not act (AC1, S42)', async () => {
  const { server, things } = await startWithThings();
  const wangFang = await server.member('wang-fang');
  await wangFang.ok('getMembership', { id: things.membership });
  await wangFang.ok('previewCancelRenewal', { id: things.membership });
  await wangFang.ok('getReceipt', { id: things.receipt });
  await wangFang.refused('cancelRenewal', 'no_permission', asks.cancelRenewal?.(things));
  await wangFang.refused('resumeRenewal', 'renewal_already_on', asks.resumeRenewal?.(things));
  await wangFang.refused('startVerification', 'no_permission', asks.startVerification?.(things));
  await wangFang.refused('finishVerification', 'verification_not_found', asks.finishVerification?.(things));
});

test('two tenants may use the same ids for different things (AC2)', async () => {
  const server = await startServer();
  await server.declare('m_pro', { orderNumber: 'of the other' }, server.otherHost);
  const [here, there] = [await server.member('li-wen'), await server.member('li-wen', server.otherHost)];
  assert.equal((await here.ok('getMembership', { id: 'm_pro' })).orderNumber, '2026-0117-3391');
  assert.equal((await there.ok('getMembership', { id: 'm_pro' })).orderNumber, 'of the other');
});

test('the right to manage ends with the next answer after it was taken away (AC3)', async () => {
  const { server, things } = await startWithThings();
  const admin = await server.member('li-wen');
  await admin.ok('getMembership', { id: things.membership });
  await server.store.transaction(async (rows) => {
    const member = await rows.getMember('acme', 'li-wen');
    assert.ok(member);
    await rows.putMember({ ...member, permissions: ['cancel_own'] });
  });
  await admin.refused('getMembership', 'membership_not_found', { id: things.membership });
  await admin.refused('getReceipt', 'receipt_not_found', { id: things.receipt });
});
