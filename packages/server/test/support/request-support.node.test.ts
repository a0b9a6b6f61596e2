import type { HandlerOptions } from '@leavewell/server';
import { companyCredentialVerifier } from '@leavewell/server/password';
import { belongsTo } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accepting, memberWith, unreachable } from '../factors/start-factor-server.ts';
import { proofOf, startServer, type TestServer } from '../handler/start-server.ts';

const asked = (membershipId = 'm_pro', more: object = {}) => ({ body: { kind: 'cannot_cancel', membershipId, ...more } });

const stored = ({ store }: TestServer, membershipId = 'm_pro') =>
  store.read((reads) => reads.listFiled('support_request', 'acme', { membershipId, limit: 10 }));

const events = async ({ host }: TestServer) =>
  (await host.ok('listEvents')).items.filter(({ type }) => type === 'support.requested');

describe('a request that a person cancels', () => {
  it('is written down with the time it arrived, before anybody reads it, and the host hears of it (S43, AU8)', async () => {
    const server = await startServer();
    const liWen = await server.member();
    server.clock.advance(1500);
    const request = await liWen.ok('requestSupport', asked('m_pro', { message: 'My phone was stolen.' }));
    assert.match(request.id, /^SR-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    assert.deepEqual(request, {
      id: request.id,
      kind: 'cannot_cancel',
      membershipId: 'm_pro',
      planName: 'Professional',
      requestedAt: '2026-11-22T02:42:01.500Z',
      timeZone: 'Asia/Shanghai',
    });
    const [record] = await stored(server);
    assert.deepEqual(record, {
      tenantId: 'acme',
      id: request.id,
      memberId: 'li-wen',
      membershipId: 'm_pro',
      at: request.requestedAt,
      request,
      message: 'My phone was stolen.',
    });
    const [event] = await events(server);
    assert.deepEqual([event?.occurredAt, event?.data.membershipId], [request.requestedAt, 'm_pro']);
    assert.ok(!JSON.stringify(server.log).includes('stolen'));
  });

  it('keeps its time: asking again while it is open answers the same one, also twenty times at once (S43)', async () => {
    const server = await startServer();
    const liWen = await server.member();
    const all = await Promise.all(Array.from({ length: 20 }, () => liWen.ok('requestSupport', asked())));
    assert.equal(new Set(all.map(({ id }) => id)).size, 1);
    server.clock.advance(24 * 3_600_000);
    const later = await server.member();
    assert.deepEqual(await later.ok('requestSupport', asked('m_pro', { message: 'Still waiting' })), all[0]);
    assert.deepEqual([(await stored(server)).length, (await events(server)).length], [1, 1]);
  });

  it('is done once the membership was canceled; what is asked for later is another request', async () => {
    const server = await startServer();
    const liWen = await server.member();
    const first = await liWen.ok('requestSupport', asked());
    server.clock.advance(60_000);
    await liWen.ok('cancelRenewal', { id: 'm_pro', key: 'intent-0001', body: { proof: await proofOf(server, liWen) } });
    server.clock.advance(60_000);
    await liWen.ok('resumeRenewal', { id: 'm_pro', key: 'intent-0002' });
    server.clock.advance(60_000);
    const second = await liWen.ok('requestSupport', asked());
    assert.notEqual(second.id, first.id);
    assert.equal(second.requestedAt, '2026-11-22T02:45:00Z');
    assert.deepEqual(await liWen.ok('requestSupport', asked()), second);
  });

  it('is done as well when the host or its company switched renewal off since', async () => {
    const server = await startServer();
    const liWen = await server.member();
    const first = await liWen.ok('requestSupport', asked());
    server.clock.advance(60_000);
    await server.declare('m_pro', { facts: { renewal: 'off', renewalOff: { by: 'host', at: '2026-11-22T02:42:30Z' } } });
    assert.notEqual((await liWen.ok('requestSupport', asked())).id, first.id);
  });

  it('of another membership is another request', async () => {
    const server = await startServer();
    await server.declare('m_second');
    const liWen = await server.member();
    const ids = [await liWen.ok('requestSupport', asked()), await liWen.ok('requestSupport', asked('m_second'))];
    assert.equal(new Set(ids.map(({ id }) => id)).size, 2);
  });
});

describe('who may ask a person', () => {
  const verifiers = [companyCredentialVerifier({ check: async () => false })];
  const settings: readonly (readonly [string, Partial<HandlerOptions>])[] = [
    ['nothing is asked for', { policy: { place: 'BASE' } }],
    ['only what they do not have is accepted', { policy: accepting(['sms_code', 'email_code']) }],
    ['only the company can agree', { policy: accepting(['sms_code'], 'company_credential'), verifiers }],
  ];
  for (const [when, options] of settings) {
    it(`is a member without any factor, where ${when} (AU8, S43)`, async () => {
      const server = await startServer(options);
      const liWen = await memberWith(server, unreachable);
      await liWen.ok('requestSupport', asked());
    });
  }

  it('is whoever sees the membership, also without the right to cancel it (S43, S57)', async () => {
    const server = await startServer();
    await server.declare('m_wang', belongsTo('wang-fang'));
    const wangFang = await server.member('wang-fang');
    await wangFang.refused('cancelRenewal', 'no_permission', { id: 'm_wang', key: 'intent-0001' });
    const { planName } = await wangFang.ok('requestSupport', asked('m_wang'));
    assert.equal(planName, '专业版');
    const administrator = await server.member('li-wen');
    assert.equal((await administrator.ok('requestSupport', asked('m_wang'))).planName, '专业版');
  });

  it('is a member whose membership cannot be canceled any more, or too late (S43)', async () => {
    const server = await startServer();
    await server.declare('m_export');
    await server.declare('m_pro', { facts: { cancelBy: '2026-11-22T02:00:00Z' } });
    const liWen = await server.member();
    for (const id of ['m_export', 'm_pro']) await liWen.ok('requestSupport', asked(id));
  });

  it('is nobody else: what they may not see is not there (AC1)', async () => {
    const server = await startServer();
    const chenHao = await server.member('chen-hao');
    const real = await chenHao.refused('requestSupport', 'membership_not_found', asked());
    const absent = await chenHao.refused('requestSupport', 'membership_not_found', asked('m_absent'));
    assert.deepEqual({ ...real, requestId: '' }, { ...absent, requestId: '' });
    const elsewhere = await server.member('li-wen', server.otherHost);
    await elsewhere.refused('requestSupport', 'membership_not_found', asked());
    assert.deepEqual(await stored(server), []);
  });

  it('asks for at most fifty memberships in a day; repeats and colleagues are not counted (RL2)', async () => {
    const server = await startServer({ limits: { supportRequestsPerMember: 2 } });
    for (const id of ['m_2', 'm_3']) await server.declare(id);
    await server.declare('m_wang', belongsTo('wang-fang'));
    const liWen = await server.member();
    for (const id of ['m_pro', 'm_pro', 'm_2', 'm_2']) await liWen.ok('requestSupport', asked(id));
    const problem = await liWen.refused('requestSupport', 'rate_limited', asked('m_3'));
    assert.equal(problem.retryAt, '2026-11-23T02:42:00Z');
    await liWen.ok('requestSupport', asked('m_pro'));
    await (await server.member('wang-fang')).ok('requestSupport', asked('m_wang'));
  });

  it('needs a kind and a membership, and says nothing else of themselves (AU6)', async () => {
    const server = await startServer();
    const liWen = await server.member();
    for (const field of ['memberId', 'requestedAt', 'tenantId']) {
      const problem = await liWen.refused('requestSupport', 'invalid_request', asked('m_pro', { [field]: 'chen-hao' }));
      assert.equal(problem.errors?.[0]?.field, field);
    }
    await liWen.refused('requestSupport', 'invalid_request', { body: { kind: 'complaint', membershipId: 'm_pro' } });
  });
});
