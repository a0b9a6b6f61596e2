import { belongsTo } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SoftwareAuthenticator } from './software-authenticator.ts';
import {
  accepting,
  appOf,
  memberWith,
  proofBySms,
  setUp,
  setUpApp,
  setUpPasskey,
  setUpPassword,
  site,
  start,
  startFactorServer,
  storedFactors,
  unreachable,
} from './start-factor-server.ts';

const minute = 60_000;
const app = { body: { method: 'totp' } };

describe('setting a factor up', () => {
  it('is free for a member who has no way at all, and only then (AU7, P3)', async () => {
    const server = await startFactorServer();
    const nothing = await memberWith(server, unreachable);
    await setUpApp(server, nothing);
    await nothing.refused('addFactor', 'verification_required', app);
    for (const reachable of [{ phone: null }, { email: null }, {}]) {
      const liWen = await memberWith(server, reachable);
      const problem = await liWen.refused('addFactor', 'verification_required', app);
      assert.match(problem.detail ?? '', /totp/);
    }
  });

  it('asks for a proof of changing factors by any way of the member, whatever the policy accepts (AU7)', async () => {
    const server = await startFactorServer({ policy: accepting(['sms_code']) });
    const liWen = await memberWith(server, unreachable);
    const authenticator = await setUpPasskey(server, liWen);
    const { id, passkey } = await start(liWen, 'passkey', 'changeFactors');
    assert.ok(passkey);
    const body = { assertion: await authenticator.get(passkey) };
    const { proof } = await liWen.ok('finishVerification', { id, body });
    await liWen.ok('addFactor', { body: { method: 'password', proof } });
    await liWen.refused('addFactor', 'proof_invalid', { body: { method: 'totp', proof } });
  });

  it('is over after ten minutes', async () => {
    const server = await startFactorServer();
    for (const [wait, works] of [[10 * minute, false], [10 * minute - 1, true]] as const) {
      const liWen = await memberWith(server, unreachable);
      const { id, otpauth } = await setUp(server, liWen, { method: 'totp' });
      server.clock.advance(wait);
      const said = { id, body: { code: appOf(otpauth)(server.clock.now()) } };
      await (works ? liWen.ok('finishFactor', said) : liWen.refused('finishFactor', 'verification_expired', said));
    }
  });

  it('counts for nothing until it is finished', async () => {
    const server = await startFactorServer();
    const liWen = await memberWith(server, unreachable);
    await setUp(server, liWen, { method: 'totp' });
    assert.deepEqual((await liWen.ok('listFactors')).items, []);
    const body = { membershipId: 'm_pro', command: 'cancelRenewal', method: 'totp' };
    await liWen.refused('startVerification', 'verification_method_unavailable', { body });
    await setUp(server, liWen, { method: 'passkey' });
  });

  it('that began while there was nothing to show is over once there is something: the first one decides (AU7)', async () => {
    const server = await startFactorServer();
    const intruder = await memberWith(server, unreachable);
    const early = await setUp(server, intruder, { method: 'totp' });
    const liWen = await memberWith(server, unreachable);
    await setUpPasskey(server, liWen);
    const said = { id: early.id, body: { code: appOf(early.otpauth)(server.clock.now()) } };
    await intruder.refused('finishFactor', 'verification_expired', said);
    assert.deepEqual((await liWen.ok('listFactors')).items.map(({ method }) => method), ['passkey']);
  });

  it('is over when the host declares another phone meanwhile (AU7)', async () => {
    const server = await startFactorServer();
    const liWen = await memberWith(server, {});
    const { id, otpauth } = await setUp(server, liWen, { method: 'totp' });
    const later = await memberWith(server, { phone: '+8613900000000' });
    await later.refused('finishFactor', 'verification_expired', { id, body: { code: appOf(otpauth)(server.clock.now()) } });
  });

  it('is for its own member: to every other it is not there, also at another tenant (AC1)', async () => {
    const server = await startFactorServer();
    const liWen = await memberWith(server, unreachable);
    const { id, otpauth } = await setUp(server, liWen, { method: 'totp' });
    const body = { code: appOf(otpauth)(server.clock.now()) };
    const chenHao = await server.member('chen-hao');
    const elsewhere = await memberWith(server, unreachable, server.otherHost);
    for (const stranger of [chenHao, elsewhere]) {
      const real = await stranger.refused('finishFactor', 'factor_not_found', { id, body });
      const absent = await stranger.refused('finishFactor', 'factor_not_found', { id: 'absent', body });
      assert.deepEqual({ ...real, requestId: '' }, { ...absent, requestId: '' });
    }
    await liWen.ok('finishFactor', { id, body });
    await liWen.refused('finishFactor', 'factor_not_found', { id, body });
  });

  it('stops at ten, and at thirty begun in a day (RL3)', async () => {
    const server = await startFactorServer({ limits: { codesPerMember: 'off', codesPerNumber: 'off' } });
    const liWen = await memberWith(server, unreachable);
    for (let count = 0; count < 30; count += 1) await liWen.ok('addFactor', app);
    const problem = await liWen.refused('addFactor', 'rate_limited', app);
    assert.equal(problem.retryAt, '2026-11-23T02:42:00Z');
    server.clock.set(problem.retryAt);
    const withPhone = await memberWith(server, {});
    for (let count = 0; count < 10; count += 1) await setUpApp(server, withPhone);
    const proof = await proofBySms(server, withPhone, 'changeFactors');
    const tooMany = await withPhone.refused('addFactor', 'verification_method_unavailable', { body: { ...app.body, proof } });
    assert.match(tooMany.detail ?? '', /at most 10/);
    const [first] = (await withPhone.ok('listFactors')).items;
    await withPhone.ok('removeFactor', { id: first?.id ?? '', body: { proof } });
    await setUpApp(server, withPhone);
  });

  it('is refused for what the server does not have, and for what the host keeps itself', async () => {
    const server = await startFactorServer({ verifiers: [], policy: accepting(['sms_code']) });
    const liWen = await memberWith(server, unreachable);
    for (const method of ['passkey', 'password', 'totp']) {
      await liWen.refused('addFactor', 'verification_method_unavailable', { body: { method } });
    }
    await liWen.refused('addFactor', 'invalid_request', { body: { method: 'sms_code' } });
  });
});

describe('a list of factors', () => {
  it('tells name, kind and times, the oldest first, and nothing that a verifier keeps (PR1)', async () => {
    const server = await startFactorServer();
    const liWen = await memberWith(server, unreachable);
    await setUpPassword(server, liWen, 'a password of hers');
    server.clock.advance(minute);
    const withPhone = await memberWith(server, {});
    await setUpApp(server, withPhone);
    const reply = await withPhone.ask('listFactors');
    const { items } = JSON.parse(reply.text);
    assert.deepEqual(
      items.map(({ id: _, ...told }: { id: string }) => told),
      [
        { method: 'password', label: 'Password', createdAt: '2026-11-22T02:42:00Z', lastUsedAt: null },
        { method: 'totp', label: 'Authenticator app', createdAt: '2026-11-22T02:43:00Z', lastUsedAt: null },
      ],
    );
    assert.doesNotMatch(reply.text, /argon|sealed|secret|basis/);
    assert.deepEqual((await (await server.member('chen-hao')).ok('listFactors')).items, []);
  });
});

describe('removing a factor', () => {
  it('asks for a proof, works once, and leaves nothing that could verify (AU7)', async () => {
    const server = await startFactorServer();
    const liWen = await memberWith(server, {});
    const authenticator = await setUpPasskey(server, liWen);
    const [factor] = (await liWen.ok('listFactors')).items;
    assert.ok(factor);
    await liWen.refused('removeFactor', 'verification_required', { id: factor.id, body: {} });
    const begun = await start(liWen, 'passkey');
    assert.ok(begun.passkey);
    const pending = { id: begun.id, body: { assertion: await authenticator.get(begun.passkey) } };
    const proof = await proofBySms(server, liWen, 'changeFactors');
    assert.deepEqual((await liWen.ok('removeFactor', { id: factor.id, body: { proof } })).items, []);
    await liWen.refused('finishVerification', 'verification_expired', pending);
    await liWen.refused('removeFactor', 'factor_not_found', { id: factor.id, body: { proof } });
    const [stored] = await storedFactors(server);
    assert.deepEqual([stored?.secret, stored?.removedAt], ['', '2026-11-22T02:42:00Z']);
  });

  it('may take the last one away, shown by that very factor; the next one is free again', async () => {
    const server = await startFactorServer();
    const liWen = await memberWith(server, unreachable);
    const authenticator = await setUpPasskey(server, liWen);
    const [factor] = (await liWen.ok('listFactors')).items;
    const { id, passkey } = await start(liWen, 'passkey', 'changeFactors');
    assert.ok(factor && passkey);
    const { proof } = await liWen.ok('finishVerification', { id, body: { assertion: await authenticator.get(passkey) } });
    assert.deepEqual((await liWen.ok('removeFactor', { id: factor.id, body: { proof } })).items, []);
    await setUpPasskey(server, liWen);
  });

  it("is not for another member, with whatever proof of their own (AC1)", async () => {
    const server = await startFactorServer();
    await server.declare('m_chen-hao', belongsTo('chen-hao'));
    const liWen = await memberWith(server, unreachable);
    await setUpPasskey(server, liWen);
    const [factor] = (await liWen.ok('listFactors')).items;
    const chenHao = await server.member('chen-hao');
    const proof = await proofBySms(server, chenHao, 'changeFactors', 'm_chen-hao');
    await chenHao.refused('removeFactor', 'factor_not_found', { id: factor?.id ?? '', body: { proof } });
    assert.equal((await liWen.ok('listFactors')).items.length, 1);
  });

  it('does not work on one that is only being set up', async () => {
    const server = await startFactorServer();
    const liWen = await memberWith(server, unreachable);
    const { id } = await setUp(server, liWen, { method: 'totp' });
    await liWen.refused('removeFactor', 'factor_not_found', { id, body: {} });
  });
});

describe('whoever has the session of a member and none of their factors', () => {
  it('can neither add one of their own nor take one away (AU7)', async () => {
    const server = await startFactorServer();
    const liWen = await memberWith(server, {});
    await setUpPasskey(server, liWen);
    const [factor] = (await liWen.ok('listFactors')).items;
    const intruder = await memberWith(server, {});
    const theirs = await SoftwareAuthenticator.create(site);
    const { id, passkey } = await start(intruder, 'passkey', 'changeFactors');
    assert.ok(passkey);
    const body = { assertion: await theirs.get(passkey) };
    await intruder.refused('finishVerification', 'verification_code_wrong', { id, body });
    for (const proof of [undefined, 'guessed', 'x'.repeat(43)]) {
      const code = proof === undefined ? 'verification_required' : 'proof_invalid';
      await intruder.refused('addFactor', code, { body: { method: 'passkey', proof } });
      await intruder.refused('removeFactor', code, { id: factor?.id ?? '', body: { proof } });
    }
    assert.equal((await liWen.ok('listFactors')).items.length, 1);
  });
});

describe('a member is told of every change', () => {
  const told = ({ inbox }: Awaited<ReturnType<typeof startFactorServer>>) =>
    inbox.flatMap((message) => (message.kind === 'factor_changed' ? [message] : []));

  it('by mail, once it counts, and again when it is taken away, in the zone of their membership (AU7, TZ1)', async () => {
    const server = await startFactorServer();
    const liWen = await memberWith(server, {});
    const { id } = await setUp(server, liWen, { method: 'password', label: 'At home' });
    await server.outbox.runOnce();
    assert.deepEqual(told(server), [], 'nothing is set up yet');
    await liWen.ok('finishFactor', { id, body: { code: 'correct horse battery' } });
    server.clock.advance(minute);
    const proof = await proofBySms(server, liWen, 'changeFactors');
    await liWen.ok('removeFactor', { id, body: { proof } });
    await server.outbox.runOnce();
    assert.deepEqual(
      told(server).map(({ change, channel, to, method, label, changedAt, timeZone }) => [
        [change, channel, to],
        [method, label, changedAt, timeZone],
      ]),
      [
        [
          ['added', 'email', 'li.wen@northwind.example'],
          ['password', 'At home', '2026-11-22T02:42:00Z', 'Asia/Shanghai'],
        ],
        [
          ['removed', 'email', 'li.wen@northwind.example'],
          ['password', 'At home', '2026-11-22T02:43:00Z', 'Asia/Shanghai'],
        ],
      ],
    );
  });

  it('by SMS without an address for mail, and not at all without either', async () => {
    const server = await startFactorServer();
    await setUpPassword(server, await memberWith(server, { email: null }), 'correct horse battery');
    await server.outbox.runOnce();
    assert.deepEqual(told(server).map(({ channel, to }) => [channel, to]), [['sms', '+8613800002207']]);
    const other = await startFactorServer();
    await setUpPassword(other, await memberWith(other, unreachable), 'correct horse battery');
    await other.outbox.runOnce();
    assert.deepEqual(told(other), []);
  });

  it('of nothing that was refused', async () => {
    const server = await startFactorServer();
    const liWen = await memberWith(server, {});
    const { id } = await setUp(server, liWen, { method: 'totp' });
    await liWen.refused('finishFactor', 'factor_not_accepted', { id, body: { code: '000000' } });
    await server.outbox.runOnce();
    assert.deepEqual(told(server), []);
  });
});
