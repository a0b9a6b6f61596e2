import { ServiceError } from '@leavewell/server';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskEmail } from '../../src/verification/mask-email.ts';
import { accepting, memberWith, order, start } from '../factors/start-factor-server.ts';
import { startServer } from '../handler/start-server.ts';

const policy = accepting(['email_code', 'sms_code']);
const body = { membershipId: 'm_pro', command: 'cancelRenewal', method: 'email_code' };

test('a member gets six digits by e-mail and sees only a masked address; the code verifies them (S21, AU4, PR1)', async () => {
  const server = await startServer({ policy });
  const liWen = await server.member();
  const reply = await liWen.ask('startVerification', { body });
  const { id, method, destination, codeLength, passkey } = JSON.parse(reply.text);
  assert.deepEqual([method, destination, codeLength, passkey], ['email_code', 'l•••@northwind.example', 6, null]);
  const [message] = server.inbox;
  assert.ok(message?.kind === 'verification_code');
  const { channel, to, code, minutesValid } = message;
  assert.deepEqual([channel, to, minutesValid], ['email', 'li.wen@northwind.example', 10]);
  assert.match(code, /^\d{6}$/);
  assert.ok(!reply.text.includes(code));
  const { proof } = await liWen.ok('finishVerification', { id, body: { code } });
  assert.equal((await liWen.ok('cancelRenewal', order(proof))).receipt.verifiedBy, 'email_code');
});

test('a code that went by SMS is none of the mail (AU4)', async () => {
  const server = await startServer({ policy });
  const liWen = await server.member();
  await start(liWen, 'sms_code');
  const bySms = server.lastCode();
  const { id } = await start(liWen, 'email_code');
  assert.notEqual(server.lastCode(), bySms, 'one in a million: run it again');
  const problem = await liWen.refused('finishVerification', 'verification_code_wrong', { id, body: { code: bySms } });
  assert.equal(problem.attemptsLeft, 4);
  await liWen.ok('finishVerification', { id, body: { code: server.lastCode() } });
});

test('asking again within a minute sends no second mail; wrong codes make the next one longer (AU4, S22)', async () => {
  const server = await startServer({ policy });
  const liWen = await server.member();
  const { id } = await start(liWen, 'email_code');
  assert.equal((await start(liWen, 'email_code')).id, id);
  assert.equal(server.inbox.length, 1);
  for (let tries = 0; tries < 5; tries += 1) {
    await liWen.refused('finishVerification', 'verification_code_wrong', { id, body: { code: 'wrong' } });
  }
  server.clock.advance(60_000);
  assert.equal((await start(liWen, 'email_code')).codeLength, 8);
});

test('a member without an address cannot be verified by mail', async () => {
  const server = await startServer({ policy });
  const liWen = await memberWith(server, { email: null });
  await liWen.refused('startVerification', 'verification_method_unavailable', { body });
  assert.deepEqual((await liWen.ok('previewCancelRenewal', { id: 'm_pro' })).verification.methods, ['sms_code']);
});

test('whoever had every text message there is can still have a mail, and the other way round (RL2, RL3, P3)', async () => {
  const server = await startServer({ policy, limits: { codesPerMember: 1 } });
  const liWen = await server.member();
  for (const method of ['sms_code', 'email_code'] as const) {
    await start(liWen, method);
    server.clock.advance(60_000);
  }
  for (const method of ['sms_code', 'email_code']) {
    await liWen.refused('startVerification', 'rate_limited', { body: { ...body, method } });
  }
});

test('of a thousand asks forty mails go to one mailbox in a day (RL3)', async () => {
  const server = await startServer({ policy });
  for (let count = 0; count < 1000; count += 1) {
    if (count % 10 === 0) server.clock.advance(14 * 60_000);
    const liWen = await server.member();
    const { status } = await liWen.ask('startVerification', { body });
    assert.ok(status === 200 || status === 429);
  }
  assert.equal(server.inbox.length, 40);
});

test('when the mail gateway refuses, the log keeps address and code out, and text messages still go (S22, PR2)', async () => {
  const secrets: string[] = [];
  const server = await startServer({
    policy,
    sender: {
      send: async (message) => {
        if (message.kind !== 'verification_code' || message.channel !== 'email') return;
        secrets.push(message.code, message.to);
        throw new ServiceError('message_not_sent', {}, { cause: new Error(`refused ${JSON.stringify(message)}`) });
      },
    },
  });
  const liWen = await server.member();
  await liWen.refused('startVerification', 'message_not_sent', { body });
  await liWen.ok('startVerification', { body: { ...body, method: 'sms_code' } });
  assert.equal(secrets.length, 2);
  const log = JSON.stringify(server.log);
  for (const secret of secrets) assert.ok(!log.includes(secret), secret);
});

const addresses = [
  ['li.wen@northwind.example', 'l•••@northwind.example'],
  ['a@b.example', '•••@b.example'],
  ['ab@b.example', 'a•••@b.example'],
  ['𝒳yz@b.example', '𝒳•••@b.example'],
] as const;

for (const [address, shown] of addresses) {
  test(`the address ${address} is shown as ${shown} (PR1)`, () => assert.equal(maskEmail(address), shown));
}
