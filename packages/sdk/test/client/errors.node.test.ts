import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusalErrors, serverErrors } from '@leavewell/contract';
import { isMemberError, MemberError } from '../../src/index.ts';
import { membership, session } from '../wire-fixtures.ts';
import { html, problem, startScriptedServer } from './scripted-server.ts';

const start = { membershipId: 'm_pro', command: 'cancelRenewal', method: 'sms_code' } as const;

test('every code of the server arrives with its status, request id and whether to try again (XO3)', async (t) => {
  const server = await startScriptedServer(t);
  for (const [code, status] of Object.entries({ ...serverErrors, ...refusalErrors })) {
    server.answer(problem(status, code));
    await assert.rejects(server.client().startVerification(start), (error) => {
      assert.ok(isMemberError(error));
      const { name, requestId, retryable } = error;
      assert.deepEqual({ name, code: error.code, status: error.status, requestId }, {
        name: 'MemberError',
        code,
        status,
        requestId: 'r_1',
      });
      assert.equal(retryable, [408, 429, 502, 503, 504].includes(status) || code === 'in_progress', code);
      return true;
    });
  }
});

test('what the server adds to a problem can be read: attempts, time, remedy and detail (S22)', async (t) => {
  const server = await startScriptedServer(t);
  const more = { detail: 'The code is another one.', attemptsLeft: 2, retryAt: '2026-11-22T03:00:00Z', remedy: 'none' };
  server.answer(problem(422, 'verification_code_wrong', more));
  await assert.rejects(server.client().finishVerification('v_1', '000000'), (error: MemberError) => {
    const { type: _, title: _title, status: _status, code: _code, requestId: _id, ...read } = error.problem ?? {};
    assert.deepEqual(read, more);
    assert.equal(error.message, 'The code is another one.');
    return true;
  });
});

test('a code of a newer server passes unchanged', async (t) => {
  const server = await startScriptedServer(t);
  server.answer(problem(418, 'teapot_only'));
  await assert.rejects(server.client().getSession(), { code: 'teapot_only', status: 418, retryable: false });
});

test('a page of a proxy in the place of an answer is no answer when it says "later" (DU5)', async (t) => {
  const server = await startScriptedServer(t);
  for (const status of [408, 429, 502, 503, 504]) {
    server.answer(html(status));
    await assert.rejects(server.client().startVerification(start), { code: 'network', status, retryable: true });
  }
});

test('any other page of a proxy is an answer of another shape', async (t) => {
  const server = await startScriptedServer(t);
  for (const status of [400, 401, 403, 404, 409, 500]) {
    server.answer(html(status));
    await assert.rejects(server.client().getSession(), { code: 'invalid_response', status, retryable: false });
  }
  server.answer({ status: 404, body: { message: 'Not found' } });
  await assert.rejects(server.client().getSession(), { code: 'invalid_response', status: 404 });
});

test('a success of another shape is never shown as data, and says why (CP2)', async (t) => {
  const server = await startScriptedServer(t);
  const { lastDay: _, ...withoutLastDay } = membership();
  const bodies = [withoutLastDay, { ...membership(), renewal: 'maybe' }, null, [], '', '{"id":', '<!doctype html>'];
  for (const body of bodies) {
    server.answer({ status: 200, body });
    await assert.rejects(server.client().getMembership('m_pro'), (error: MemberError) => {
      assert.deepEqual([error.code, error.status, error.retryable], ['invalid_response', 200, false]);
      assert.ok(error.cause instanceof Error);
      return true;
    });
  }
  assert.equal(server.calls.length, bodies.length, 'asking again would bring the same');
});

test('the cause of an answer that is no JSON names its first wrong sign: a developer sees the page', async (t) => {
  const server = await startScriptedServer(t);
  server.answer(html(200));
  await assert.rejects(server.client().getMembership('m_pro'), (error: MemberError) => {
    assert.match(String(error.cause), /SyntaxError.*'<'/);
    return true;
  });
});

test('a field that a newer server adds is not an error', async (t) => {
  const server = await startScriptedServer(t);
  server.answer({ status: 200, body: { ...session, mood: 'sunny' } });
  assert.deepEqual(await server.client().getSession(), session);
});

test('no answer at all is "network", and no answer in time is "timeout" (OF1)', { timeout: 9_000 }, async (t) => {
  const server = await startScriptedServer(t);
  for (const cut of ['cut', 'cut in the body'] as const) {
    server.answer(cut);
    await assert.rejects(server.client().startVerification(start), { code: 'network', retryable: true });
  }
  server.answer('silence');
  const impatient = server.client({}, { timeout: 30 });
  await assert.rejects(impatient.startVerification(start), { code: 'timeout', retryable: true });
});

test('a fetch of the host that throws anything, or answers anything, ends in one MemberError', async () => {
  const { createMemberClient } = await import('../../src/index.ts');
  const wrong: (() => unknown)[] = [
    () => Promise.reject(new Error('boom')),
    () => Promise.reject('a string'),
    () => undefined,
    () => Response.error(),
    () => {
      throw new RangeError('at once');
    },
  ];
  for (const fetch of wrong) {
    const client = createMemberClient({ endpoint: '/leavewell', fetch: fetch as () => Promise<Response> });
    await assert.rejects(client.startVerification(start), { name: 'MemberError', code: 'network', retryable: true });
  }
});

test('an error of another copy of the SDK is recognised, and nothing else is', () => {
  const other = Object.assign(new Error('x'), { name: 'MemberError', code: 'network' });
  assert.equal(isMemberError(other), true);
  assert.equal(isMemberError(new MemberError('timeout', { retryable: true })), true);
  for (const value of [new Error('x'), null, undefined, { name: 'MemberError', code: 'network' }, 'network']) {
    assert.equal(isMemberError(value), false);
  }
});
