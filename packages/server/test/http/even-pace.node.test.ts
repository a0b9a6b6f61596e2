import { belongsTo } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepPace } from '../../src/http/even-pace.ts';
import { problemOf, startServer } from '../handler/start-server.ts';

test('refusals of what is not there leave at a full step of time, however long the reading took (RL4)', async (t) => {
  let now = 1000;
  const waits: unknown[] = [];
  t.mock.method(performance, 'now', () => now);
  t.mock.method(globalThis, 'setTimeout', (done: () => void, ms: number) => (waits.push(ms), done()));
  for (const taken of [0, 0.25, 1, 4.5, 5, 12.5]) {
    now = 1000 + taken;
    await keepPace('membership_not_found', 1000);
  }
  assert.deepEqual(waits, [5, 4.75, 4, 0.5, 5, 2.5]);
});

test('whatever else is answered waits for nothing', async (t) => {
  const timer = t.mock.method(globalThis, 'setTimeout', () => assert.fail('waited'));
  for (const code of [null, 'not_found', 'session_missing', 'verification_code_wrong']) await keepPace(code, 0);
  assert.equal(timer.mock.callCount(), 0);
});

test("another's membership, receipt or code and one that is not there are refused alike to the byte (RL4, AC1)", async () => {
  const server = await startServer({ policy: { place: 'CN' } });
  await server.declare('m_chen', belongsTo('chen-hao'));
  const [liWen, chenHao] = [await server.member(), await server.member('chen-hao')];
  const body = { membershipId: 'm_chen', command: 'changeFactors', method: 'sms_code' };
  const { id: verification } = await chenHao.ok('startVerification', { body });
  const { receipt } = await chenHao.ok('cancelRenewal', { id: 'm_chen', key: 'intent-0001' });
  const headers = { 'x-request-id': '7f3c9a52-1b2e-4c3d-9e8f-0a1b2c3d4e5f' };
  const pairs = [
    ['getMembership', { id: 'm_chen' }, { id: 'm_none' }],
    ['previewCancelRenewal', { id: 'm_chen' }, { id: 'm_none' }],
    ['cancelRenewal', { id: 'm_chen', key: 'intent-0002' }, { id: 'm_none', key: 'intent-0003' }],
    ['resumeRenewal', { id: 'm_chen', key: 'intent-0004' }, { id: 'm_none', key: 'intent-0005' }],
    ['getReceipt', { id: receipt?.id ?? '' }, { id: 'CR-NONE-NONE' }],
    ['startVerification', { body }, { body: { ...body, membershipId: 'm_none' } }],
    ['finishVerification', { id: verification, body: { code: '1' } }, { id: 'none', body: { code: '1' } }],
  ] as const;
  for (const [name, others, absent] of pairs) {
    const [one, two] = [await liWen.ask(name, { ...others, headers }), await liWen.ask(name, { ...absent, headers })];
    assert.deepEqual(problemOf(one), problemOf(two), name);
    assert.deepEqual([one.status, [...one.headers]], [404, [...two.headers]], name);
  }
});
