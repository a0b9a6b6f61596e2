import type { FeedbackRecord } from '@leavewell/server';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { problemOf, startServer, type TestServer } from '../handler/start-server.ts';
import { cancel, startWithVoucher } from './a-leaver.ts';

const kept = ({ store }: TestServer): Promise<readonly FeedbackRecord[]> =>
  store.read((reads) => reads.listFiled('feedback', 'acme', { limit: 100 }));

const ids = ['business_changed', 'budget_cut', 'project_ended', 'better_value', 'data_not_fresh', 'too_slow', 'other'];

describe('after a cancellation took effect a member may be asked why', () => {
  it('and not a moment before: nothing is asked while it renews (S23, P16, USF-survey)', async () => {
    const server = await startWithVoucher();
    const liWen = await server.member();
    assert.deepEqual(await liWen.ok('afterCancel', { id: 'm_pro' }), { survey: null, offer: null });
    const { survey } = await (await cancel(server)).ok('afterCancel', { id: 'm_pro' });
    assert.deepEqual(survey?.reasons.map(({ id }) => id), ids);
  });

  it('in the language they read, with the reasons of the article (S3, S10)', async () => {
    const server = await startWithVoucher();
    const liWen = await cancel(server);
    const firstIn = async (language: string) => {
      const { survey } = await liWen.ok('afterCancel', { id: 'm_pro', headers: { 'accept-language': language } });
      return survey?.reasons[0]?.text;
    };
    assert.equal(await firstIn('zh-CN'), '业务调整');
    assert.equal(await firstIn('de-AT'), 'Unser Geschäft hat sich geändert');
    assert.equal(await firstIn('fr'), 'Notre activité a changé');
    assert.equal(await firstIn('ko'), '사업 내용이 바뀌었습니다');
    assert.equal(await firstIn('pt'), 'Our business has changed');
  });

  it('by the host’s own reasons, or not at all where the host has none', async () => {
    const reasons = [{ id: 'moved', text: 'We moved' }];
    const own = await cancel(await startServer({ policy: { place: 'BASE' }, afterCancel: { reasons } }));
    assert.deepEqual((await own.ok('afterCancel', { id: 'm_pro' })).survey, { reasons });
    const none = await cancel(await startServer({ policy: { place: 'BASE' }, afterCancel: { reasons: [] } }));
    assert.equal((await none.ok('afterCancel', { id: 'm_pro' })).survey, null);
  });

  it('not where the operator wishes for no question', async () => {
    const liWen = await cancel(await startServer({ policy: { place: 'DE', wishes: { DE: { survey: 'never' } } } }));
    assert.equal((await liWen.ok('afterCancel', { id: 'm_pro' })).survey, null);
    await liWen.refused('sendFeedback', 'invalid_request', { id: 'm_pro', body: { reason: 'other' } });
  });

  it('and only who cancelled for themselves: not where the host did it, nor an administrator for others', async () => {
    const server = await startWithVoucher();
    const renewalOff = { by: 'host', at: '2026-11-01T00:00:00Z' } as const;
    await server.declare('m_host', { facts: { renewal: 'off', renewalOff } });
    const liWen = await server.member();
    assert.deepEqual(await liWen.ok('afterCancel', { id: 'm_host' }), { survey: null, offer: null });
    await server.declare('m_wang', { holder: { id: 'wang-fang', name: 'Wang Fang' } });
    await liWen.ok('cancelRenewal', { id: 'm_wang', key: 'intent-0001' });
    for (const caller of [liWen, await server.member('wang-fang')]) {
      assert.deepEqual(await caller.ok('afterCancel', { id: 'm_wang' }), { survey: null, offer: null });
    }
  });

  it('no longer once it is turned on again, or withdrawn from; of a stranger’s nothing is said', async () => {
    const server = await startWithVoucher({ policy: { place: 'EU' } });
    const liWen = await cancel(server);
    await liWen.ok('resumeRenewal', { id: 'm_pro', key: 'resume-0001' });
    assert.deepEqual(await liWen.ok('afterCancel', { id: 'm_pro' }), { survey: null, offer: null });
    const startsAt = '2026-11-20T00:00:00Z';
    await cancel(server, 'm_new', { facts: { startsAt, periodStartsAt: startsAt } });
    await liWen.ok('withdraw', { id: 'm_new', key: 'withdraw-0001' });
    assert.deepEqual(await liWen.ok('afterCancel', { id: 'm_new' }), { survey: null, offer: null });
    const stranger = await server.member('chen-hao');
    await stranger.refused('afterCancel', 'membership_not_found', { id: 'm_pro' });
    await stranger.refused('sendFeedback', 'membership_not_found', { id: 'm_pro', body: { reason: 'other' } });
  });
});

describe('an answer to the question why', () => {
  it('is kept apart from who gave it: no member, no membership, no time, an id drawn at random (S72, PR1)', async () => {
    const server = await startWithVoucher();
    const liWen = await cancel(server);
    await liWen.ok('sendFeedback', { id: 'm_pro', body: { reason: 'budget_cut', comment: '  Too dear for us.  ' } });
    const [answer, ...more] = await kept(server);
    assert.ok(answer);
    const { id, ...rest } = answer;
    assert.equal(more.length, 0);
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    assert.deepEqual(rest, {
      tenantId: 'acme',
      memberId: null,
      membershipId: null,
      at: '2026-11-22T00:00:00Z',
      planId: 'professional',
      reason: 'budget_cut',
      comment: 'Too dear for us.',
    });
  });

  it('can be a reason alone, or a comment alone', async () => {
    const server = await startWithVoucher();
    await (await cancel(server)).ok('sendFeedback', { id: 'm_pro', body: { reason: 'other' } });
    await (await cancel(server, 'm_two', {})).ok('sendFeedback', { id: 'm_two', body: { comment: 'Thanks.' } });
    const answers = (await kept(server)).map(({ reason, comment }) => [reason, comment]);
    assert.deepEqual(new Set(answers.map(String)), new Set(['other,', ',Thanks.']));
  });

  it('can be nothing: nothing is kept, and the question is not asked again (S23, Q11, KR-212-5-nag)', async () => {
    const server = await startWithVoucher();
    const liWen = await cancel(server);
    for (const body of [{}, { comment: '   ' }]) {
      assert.deepEqual(await liWen.ok('sendFeedback', { id: 'm_pro', body }), { taken: true });
    }
    assert.equal((await kept(server)).length, 0);
    assert.equal((await liWen.ok('afterCancel', { id: 'm_pro' })).survey, null);
  });

  it('counts once for a receipt, also when it is sent at once from two pages; the next cancellation asks anew', async () => {
    const server = await startWithVoucher();
    const liWen = await cancel(server);
    const answer = { id: 'm_pro', body: { reason: 'too_slow' } };
    await Promise.all([1, 2, 3].map(() => liWen.ok('sendFeedback', answer)));
    assert.equal((await kept(server)).length, 1);
    assert.equal((await liWen.ok('afterCancel', { id: 'm_pro' })).survey, null);
    await liWen.ok('resumeRenewal', { id: 'm_pro', key: 'resume-0001' });
    await cancel(server);
    assert.equal((await liWen.ok('afterCancel', { id: 'm_pro' })).survey?.reasons.length, 7);
    await liWen.ok('sendFeedback', answer);
    assert.equal((await kept(server)).length, 2);
  });

  it('may come years later and is still the one of its receipt', async () => {
    const server = await startWithVoucher();
    await (await cancel(server)).ok('sendFeedback', { id: 'm_pro', body: {} });
    server.clock.set('2033-01-01T00:00:00Z');
    const liWen = await server.member();
    assert.equal((await liWen.ok('afterCancel', { id: 'm_pro' })).survey, null);
  });

  it('with a reason that was not to choose from is refused by the name of the field, and can be given again', async () => {
    const server = await startWithVoucher();
    const liWen = await cancel(server);
    const problem = await liWen.refused('sendFeedback', 'invalid_request', { id: 'm_pro', body: { reason: 'spite' } });
    assert.equal(problem.errors?.[0]?.field, 'reason');
    assert.match(problem.errors?.[0]?.message ?? '', /budget_cut/);
    assert.equal((await kept(server)).length, 0);
    await liWen.ok('sendFeedback', { id: 'm_pro', body: { reason: 'budget_cut' } });
  });

  it('where nothing is asked is refused, and left alone when it says nothing', async () => {
    const server = await startWithVoucher();
    const liWen = await server.member();
    await liWen.refused('sendFeedback', 'invalid_request', { id: 'm_pro', body: { comment: 'Early.' } });
    await liWen.ok('sendFeedback', { id: 'm_pro' });
    assert.equal((await kept(server)).length, 0);
  });

  it('never undoes the cancellation, whatever becomes of it (P16)', async () => {
    const server = await startWithVoucher();
    const liWen = await cancel(server);
    await liWen.refused('sendFeedback', 'invalid_request', { id: 'm_pro', body: { reason: 'spite' } });
    assert.equal((await liWen.ok('getMembership', { id: 'm_pro' })).renewal, 'off');
  });

  it('stands in no log, also when the store fails on it (PR2)', async () => {
    const server = await startWithVoucher();
    const liWen = await cancel(server);
    const canary = 'my boss Zhou reads my mail';
    const { transaction } = server.store;
    const insertFiled = async () => {
      throw new Error(`insert into filed values ('${canary}')`);
    };
    server.store.transaction = (work) => transaction((rows) => work({ ...rows, insertFiled }));
    const reply = await liWen.ask('sendFeedback', { id: 'm_pro', body: { comment: canary } });
    assert.equal(problemOf(reply).code, 'internal');
    assert.ok(server.log.some(({ level }) => level === 'error'));
    assert.match(inspect(server.log), /insert into filed/, 'what went wrong is told');
    assert.doesNotMatch(inspect(server.log, { depth: 9 }), /Zhou/);
    assert.doesNotMatch(reply.text, /Zhou/);
  });
});
