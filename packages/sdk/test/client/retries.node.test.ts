import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultPace } from '../../src/client/retry-of.ts';
import { canceled, membership, proof, unconfirmed, verification } from '../wire-fixtures.ts';
import { html, problem, startScriptedServer } from './scripted-server.ts';

const command = { idempotencyKey: 'key-of-the-intent', proof: 'p_1' };
const start = { membershipId: 'm_pro', command: 'cancelRenewal', method: 'sms_code' } as const;
const done = { status: 200, body: canceled };
const never = { retryDelay: 3_600_000 };

test('a cancel whose answer is lost twice is repeated with one key and one body (S24, XO2, OF1)', async (t) => {
  const server = await startScriptedServer(t);
  server.answer('cut', 'cut in the body', done);
  assert.deepEqual(await server.client().cancelRenewal('m_pro', command), canceled);
  assert.equal(server.calls.length, 3);
  const sent = server.calls.map(({ headers, body }) => [headers['idempotency-key'], body]);
  assert.deepEqual(sent, Array(3).fill(['key-of-the-intent', '{"proof":"p_1"}']));
});

test('reading survives two bad moments of any kind, and not a third (DU5)', async (t) => {
  const server = await startScriptedServer(t);
  const pages = [502, 504, 408, 429].map(html);
  const moments = ['cut', 'cut in the body', problem(503, 'store_unavailable'), ...pages] as const;
  for (const moment of moments) {
    const before = server.calls.length;
    server.answer(moment, moment, { status: 200, body: membership() });
    assert.deepEqual(await server.client().getMembership('m_pro'), membership());
    assert.equal(server.calls.length - before, 3);
    server.answer(moment);
    await assert.rejects(server.client().getMembership('m_pro'), { retryable: true });
    assert.equal(server.calls.length - before, 6);
  }
});

test('a server that does not answer in time is asked again', async (t) => {
  const server = await startScriptedServer(t);
  server.answer('silence', done);
  assert.deepEqual(await server.client({}, { timeout: 500 }).cancelRenewal('m_pro', command), canceled);
});

test('a cancel that another connection is still working on is asked for again, not started anew (XO3)', async (t) => {
  const server = await startScriptedServer(t);
  server.answer(problem(409, 'in_progress'), done);
  assert.deepEqual(await server.client().cancelRenewal('m_pro', command), canceled);
  assert.equal(server.calls.length, 2);
});

test('a refusal is final: it is said at once and never repeated', async (t) => {
  const server = await startScriptedServer(t);
  const refusals = [
    problem(409, 'renewal_already_off'),
    problem(403, 'no_permission'),
    problem(422, 'idempotency_key_reused'),
    problem(500, 'internal'),
    html(409),
  ];
  for (const refusal of refusals) {
    server.answer(refusal);
    await assert.rejects(server.client({}, never).cancelRenewal('m_pro', command), { retryable: false });
  }
  assert.equal(server.calls.length, refusals.length);
});

test('a code is never sent twice by itself, nor a try at one used up, whatever went wrong (AU4, RL3)', async (t) => {
  const server = await startScriptedServer(t);
  const answered = [problem(503, 'message_not_sent'), html(429), html(504)];
  const moments = ['cut', 'cut in the body', 'silence', ...answered] as const;
  for (const moment of moments) {
    const client = server.client({}, moment === 'silence' ? { timeout: 500 } : {});
    server.answer(moment, { status: 200, body: verification() });
    await assert.rejects(client.startVerification(start), { retryable: true });
    server.answer(moment, { status: 200, body: proof });
    await assert.rejects(client.finishVerification('v_1', '123456'), { retryable: true });
  }
  assert.equal(server.calls.length, moments.length * 2);
});

test('Retry-After says when, for every answer that may be repeated', async (t) => {
  const server = await startScriptedServer(t);
  const soon = { 'retry-after': '0' };
  for (const later of [problem(503, 'provider_unavailable', {}, soon), problem(409, 'in_progress', {}, soon)]) {
    server.answer(later, done);
    assert.deepEqual(await server.client({}, never).cancelRenewal('m_pro', command), canceled);
  }
});

test('a Retry-After of an hour does not hold the member for an hour', async (t) => {
  const server = await startScriptedServer(t);
  server.answer(problem(503, 'provider_unavailable', {}, { 'retry-after': '3600' }), done);
  assert.deepEqual(await server.client({}, never).cancelRenewal('m_pro', command), canceled);
  assert.equal(defaultPace.maxRetryAfter, 10_000);
});

test('Retry-After may be a date, for a 429 and a 409 as well', async (t) => {
  const server = await startScriptedServer(t);
  const past = { 'retry-after': 'Sun, 22 Nov 2026 02:42:00 GMT' };
  t.mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-11-22T02:42:00Z') });
  for (const later of [problem(429, 'rate_limited', {}, past), problem(409, 'in_progress', {}, past)]) {
    server.answer(later, done);
    assert.deepEqual(await server.client({}, never).cancelRenewal('m_pro', command), canceled);
  }
});

test('how long to wait is told with the failure and with what is pending, in both forms', async (t) => {
  const server = await startScriptedServer(t);
  const date = 'Sun, 22 Nov 2026 02:42:00 GMT';
  const forms: readonly (readonly [object, number | undefined])[] = [
    [{ 'retry-after': '5' }, 5_000],
    [{ 'retry-after': 'Sun, 22 Nov 2026 02:42:30 GMT', date }, 30_000],
    [{ 'retry-after': 'Sun, 22 Nov 2026 02:41:00 GMT', date }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ];
  for (const [headers, retryAfter] of forms) {
    server.answer(problem(429, 'rate_limited', {}, headers));
    await assert.rejects(server.client().startVerification(start), { code: 'rate_limited', retryAfter });
    server.answer({ status: 202, body: unconfirmed, headers: { ...headers } });
    const outcome = await server.client().cancelRenewal('m_pro', command);
    assert.deepEqual(outcome, retryAfter === undefined ? unconfirmed : { ...unconfirmed, retryAfter });
  }
});
