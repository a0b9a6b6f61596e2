import { belongsTo, fixtureMembers } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startServer } from '../handler/start-server.ts';

const body = { membershipId: 'm_pro', command: 'cancelRenewal', method: 'sms_code' };

test('a member gets six digits by SMS and sees only a masked number and when it ends (S21, AU4, PR1)', async () => {
  const server = await startServer();
  const liWen = await server.member();
  const reply = await liWen.ask('startVerification', { body });
  const { id, ...told } = JSON.parse(reply.text);
  assert.deepEqual(told, {
    method: 'sms_code',
    destination: '+86 138 •••• 2207',
    codeLength: 6,
    passkey: null,
    attemptsLeft: 5,
    expiresAt: '2026-11-22T02:52:00Z',
    resendAt: '2026-11-22T02:43:00Z',
    asOf: '2026-11-22T02:42:00Z',
  });
  const [message] = server.inbox;
  assert.ok(message?.kind === 'verification_code');
  assert.match(message.code, /^\d{6}$/);
  const { to, planName, command, minutesValid } = message;
  assert.deepEqual(
    [message.id, to, planName, command, minutesValid],
    [id, '+8613800002207', 'Professional', 'cancelRenewal', 10],
  );
  assert.ok(!reply.text.includes(message.code));
});

test('asking again within a minute answers the same verification and sends nothing; later another code is sent (S22)', async () => {
  const server = await startServer();
  const liWen = await server.member();
  const first = await liWen.ok('startVerification', { body });
  server.clock.advance(59_000);
  assert.equal((await liWen.ok('startVerification', { body })).id, first.id);
  assert.equal(server.inbox.length, 1);
  server.clock.advance(1_000);
  const second = await liWen.ok('startVerification', { body });
  assert.notEqual(second.id, first.id);
  assert.equal(server.inbox.length, 2);
  await liWen.refused('finishVerification', 'verification_expired', { id: first.id, body: { code: '000000' } });
});

test('twenty starts at once send one code', async () => {
  const server = await startServer();
  const liWen = await server.member();
  const all = await Promise.all(Array.from({ length: 20 }, () => liWen.ok('startVerification', { body })));
  assert.equal(new Set(all.map(({ id }) => id)).size, 1);
  assert.equal(server.inbox.length, 1);
});

test('after five wrong codes a new one can be asked for when the minute is over, and the answer says when (AU4, S22)', async () => {
  const server = await startServer();
  const liWen = await server.member();
  const { id, resendAt } = await liWen.ok('startVerification', { body });
  for (let tries = 0; tries < 5; tries += 1) await liWen.ask('finishVerification', { id, body: { code: 'wrong' } });
  server.clock.advance(20_000);
  const reply = await liWen.ask('startVerification', { body });
  const problem = await liWen.refused('startVerification', 'verification_attempts_exceeded', { body });
  assert.deepEqual([problem.retryAt, problem.attemptsLeft], [resendAt, 0]);
  assert.equal(reply.headers.get('retry-after'), '40');
  server.clock.set(resendAt);
  assert.notEqual((await liWen.ok('startVerification', { body })).id, id);
});

test('once passed, another code can be asked for at once, because the first one gives no second proof', async () => {
  const server = await startServer();
  const liWen = await server.member();
  const first = await liWen.ok('startVerification', { body });
  await liWen.ok('finishVerification', { id: first.id, body: { code: server.lastCode() } });
  assert.notEqual((await liWen.ok('startVerification', { body })).id, first.id);
});

test('a verification for another command is another verification (AU1)', async () => {
  const server = await startServer();
  const liWen = await server.member();
  await liWen.ok('startVerification', { body });
  const resume = { ...body, command: 'resumeRenewal' };
  await liWen.refused('startVerification', 'renewal_already_on', { body: resume });
  assert.equal(server.inbox.length, 1);
});

test('nobody gets a code for what the rules refuse: no right, nothing to cancel, already off (S56, S57)', async () => {
  const server = await startServer();
  await server.declare('m_wang', belongsTo('wang-fang'));
  await server.declare('m_export');
  await server.declare('m_team');
  const [liWen, wangFang] = [await server.member('li-wen'), await server.member('wang-fang')];
  const ask = (membershipId: string) => ({ body: { ...body, membershipId } });
  const problem = await wangFang.refused('startVerification', 'no_permission', ask('m_wang'));
  assert.equal(problem.remedy, 'ask_administrator');
  await liWen.refused('startVerification', 'nothing_to_cancel', ask('m_export'));
  await liWen.refused('startVerification', 'renewal_already_off', ask('m_team'));
  await wangFang.refused('startVerification', 'membership_not_found', ask('m_pro'));
  await liWen.refused('startVerification', 'membership_not_found', ask('m_absent'));
  assert.equal(server.inbox.length, 0);
});

test('a member without a phone cannot be verified by SMS, and their session does not offer it', async () => {
  const server = await startServer();
  const { token } = await server.host.ok('createSession', {
    body: { member: { ...fixtureMembers['li-wen'], phone: null } },
  });
  const liWen = server.caller({ authorization: `Bearer ${token}` });
  const { verificationMethods } = await liWen.ok('getSession');
  assert.ok(verificationMethods.every(({ method }) => method !== 'sms_code'));
  await liWen.refused('startVerification', 'verification_method_unavailable', { body });
});

test('the number cannot be chosen by the caller (AU4, RL3)', async () => {
  const server = await startServer();
  const liWen = await server.member();
  const problem = await liWen.refused('startVerification', 'invalid_request', {
    body: { ...body, to: '+8613900000000' },
  });
  assert.equal(problem.errors?.[0]?.field, 'to');
});

test('when the gateway refuses, the member hears it and can start again at once; the log keeps code and number out (S22, PR2)', async () => {
  const sent: string[] = [];
  let works = false;
  const server = await startServer({
    sender: {
      send: async (message) => {
        if (message.kind === 'verification_code') sent.push(message.code, message.to);
        if (!works) throw new Error(`gateway refused ${JSON.stringify(message)}`);
      },
    },
  });
  const liWen = await server.member();
  await liWen.refused('startVerification', 'message_not_sent', { body });
  works = true;
  await liWen.ok('startVerification', { body });
  assert.equal(sent.length, 4);
  const errors = server.log.filter(({ level }) => level === 'error').map(({ error }) => String(error));
  assert.ok(errors[0]?.includes('gateway refused'));
  for (const secret of sent.slice(0, 2)) assert.ok(!errors[0]?.includes(secret), secret);
});
