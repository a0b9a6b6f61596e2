import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startServer } from '../handler/start-server.ts';

const body = { membershipId: 'm_pro', command: 'cancelRenewal', method: 'sms_code' };

async function startVerified() {
  const server = await startServer();
  const liWen = await server.member();
  const { id } = await liWen.ok('startVerification', { body });
  const code = server.lastCode();
  const wrong = code === '000000' ? '111111' : '000000';
  return { server, liWen, id, code, wrong };
}

test('the right code gives a proof of 256 bits for five minutes, and no session (AU1, AU4)', async () => {
  const { server, liWen, id, code } = await startVerified();
  const { proof, expiresAt } = await liWen.ok('finishVerification', { id, body: { code } });
  assert.match(proof, /^[A-Za-z0-9_-]{43}$/);
  assert.equal(expiresAt, '2026-11-22T02:47:00Z');
  await server.caller({ authorization: `Bearer ${proof}` }).refused('getSession', 'session_expired');
});

test('spaces and full-width digits are read as the code they show (AX3)', async () => {
  for (const typed of [(code: string) => ` ${code.slice(0, 3)} ${code.slice(3)}\n`, fullWidth]) {
    const { liWen, id, code } = await startVerified();
    await liWen.ok('finishVerification', { id, body: { code: typed(code) } });
  }
});

function fullWidth(code: string): string {
  return Array.from(code, (digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
}

test('a wrong code says how many tries are left, and the sixth try is refused whatever it is (AU4, S22)', async () => {
  const { liWen, id, code, wrong } = await startVerified();
  for (const left of [4, 3, 2, 1, 0]) {
    const problem = await liWen.refused('finishVerification', 'verification_code_wrong', { id, body: { code: wrong } });
    assert.equal(problem.attemptsLeft, left);
  }
  const problem = await liWen.refused('finishVerification', 'verification_attempts_exceeded', { id, body: { code } });
  assert.equal(problem.retryAt, '2026-11-22T02:43:00Z');
});

test('the fifth try may still be the right one', async () => {
  const { liWen, id, code, wrong } = await startVerified();
  for (let tries = 0; tries < 4; tries += 1) await liWen.ask('finishVerification', { id, body: { code: wrong } });
  await liWen.ok('finishVerification', { id, body: { code } });
});

test('a hundred guesses at once are five tries (AU4)', async () => {
  const { liWen, id, wrong } = await startVerified();
  const replies = await Promise.all(
    Array.from({ length: 100 }, () => liWen.ask('finishVerification', { id, body: { code: wrong } })),
  );
  const codes = replies.map(({ text }): string => JSON.parse(text).code);
  assert.equal(codes.filter((code) => code === 'verification_code_wrong').length, 5);
  assert.equal(codes.filter((code) => code === 'verification_attempts_exceeded').length, 95);
});

test('right codes sent at once give one proof (AU1, AU3)', async () => {
  const { liWen, id, code } = await startVerified();
  const replies = await Promise.all(
    Array.from({ length: 5 }, () => liWen.ask('finishVerification', { id, body: { code } })),
  );
  assert.equal(replies.filter(({ status }) => status === 200).length, 1);
  await liWen.refused('finishVerification', 'verification_expired', { id, body: { code } });
});

test('a code works for ten minutes and not a moment longer (AU4)', async () => {
  const { server, liWen, id, code, wrong } = await startVerified();
  server.clock.set('2026-11-22T02:51:59Z');
  await liWen.refused('finishVerification', 'verification_code_wrong', { id, body: { code: wrong } });
  server.clock.set('2026-11-22T02:52:00Z');
  await liWen.refused('finishVerification', 'verification_expired', { id, body: { code } });
});

test("another member's verification answers as one that does not exist, and costs no try (AC1)", async () => {
  const { server, liWen, id, code } = await startVerified();
  const wangFang = await server.member('wang-fang');
  const foreign = await wangFang.refused('finishVerification', 'verification_not_found', { id, body: { code } });
  const absent = await wangFang.refused('finishVerification', 'verification_not_found', {
    id: 'absent',
    body: { code },
  });
  assert.deepEqual({ ...foreign, requestId: '' }, { ...absent, requestId: '' });
  const elsewhere = await server.member('li-wen', server.otherHost);
  await elsewhere.refused('finishVerification', 'verification_not_found', { id, body: { code } });
  await liWen.ok('finishVerification', { id, body: { code } });
});
