import { belongsTo } from '@leavewell/testing';
import { passkeyVerifier } from '@leavewell/server/passkey';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Caller } from '../handler/start-server.ts';
import { SoftwareAuthenticator, type Misbehaviour } from './software-authenticator.ts';
import {
  memberWith,
  order,
  setUp,
  setUpPasskey,
  site,
  start,
  startFactorServer,
  storedFactors,
  unreachable,
} from './start-factor-server.ts';

async function startWithPasskey() {
  const server = await startFactorServer();
  const liWen = await memberWith(server, unreachable);
  return { server, liWen, authenticator: await setUpPasskey(server, liWen) };
}

/** Asks for a challenge and answers it. */
async function answer(
  caller: Caller,
  authenticator: SoftwareAuthenticator,
  but: Misbehaviour = {},
  membershipId = 'm_pro',
) {
  const { id, passkey } = await start(caller, 'passkey', 'cancelRenewal', membershipId);
  assert.ok(passkey);
  return { id, body: { assertion: await authenticator.get(passkey, but) } };
}

const kept = async (server: Parameters<typeof storedFactors>[0]) => {
  const [factor] = await storedFactors(server);
  assert.ok(factor);
  return { ...factor, secret: JSON.parse(factor.secret) };
};

describe('a passkey', () => {
  it('is asked for by name, verifies its member, and leaves its counter and the time behind (S21, AU3)', async () => {
    const { server, liWen, authenticator } = await startWithPasskey();
    const { passkey, ...told } = await start(liWen, 'passkey');
    assert.deepEqual([told.method, told.destination, told.codeLength], ['passkey', null, null]);
    assert.deepEqual(
      { ...passkey, challenge: '' },
      {
        challenge: '',
        rpId: 'example.com',
        timeout: 300_000,
        userVerification: 'required',
        allowCredentials: [{ id: authenticator.id, type: 'public-key', transports: ['internal', 'hybrid'] }],
      },
    );
    server.clock.advance(5000);
    const { proof } = await liWen.ok('finishVerification', await answer(liWen, authenticator));
    const { receipt } = await liWen.ok('cancelRenewal', order(proof));
    assert.equal(receipt.verifiedBy, 'passkey');
    const { secret, lastUsedAt } = await kept(server);
    assert.deepEqual([secret.counter, lastUsedAt], [1, '2026-11-22T02:42:05Z']);
  });

  const wrong: readonly (readonly [string, Misbehaviour])[] = [
    ['of another site', { origin: 'https://www.examp1e.com' }],
    ['of another port of the site', { origin: 'https://www.example.com:8443' }],
    ['for another domain', { rpId: 'evil.example' }],
    ['without a fingerprint, face or PIN', { userVerified: false }],
    ['without anybody there', { userPresent: false }],
    ["in a frame on another's page that the browser names", { crossOrigin: true, topOrigin: 'https://evil.example' }],
    ["in a frame on another's page that the browser does not name", { crossOrigin: true }],
    ['to a challenge that was not ours', { challenge: 'bm90LW91cnM' }],
    ['that was made to set one up', { type: 'webauthn.create' }],
    ['for another user', { userHandle: 'c29tZWJvZHktZWxzZQ' }],
    ['under an id that nobody has', { id: 'bm9ib2R5cw' }],
  ];
  for (const [what, but] of wrong) {
    it(`is refused for an answer ${what}, and costs one of five tries (AU3)`, async () => {
      const { server, liWen, authenticator } = await startWithPasskey();
      const said = await answer(liWen, authenticator, but);
      const problem = await liWen.refused('finishVerification', 'verification_code_wrong', said);
      assert.equal(problem.attemptsLeft, 4);
      assert.equal((await kept(server)).lastUsedAt, null);
      await liWen.ok('finishVerification', await answer(liWen, authenticator));
    });
  }

  it('is refused for a signature that is not its own, and for no assertion at all (AU3)', async () => {
    const { liWen, authenticator } = await startWithPasskey();
    const other = await SoftwareAuthenticator.create(site);
    const forged = await answer(liWen, other, { id: authenticator.id });
    await liWen.refused('finishVerification', 'verification_code_wrong', forged);
    const { id } = await start(liWen, 'passkey');
    await liWen.refused('finishVerification', 'verification_code_wrong', { id, body: { code: '123456' } });
    await liWen.refused('finishVerification', 'verification_code_wrong', { id, body: {} });
  });

  it("of another member, or of the same id at another tenant, is nobody's way in (AU3, AC1)", async () => {
    const { server, liWen } = await startWithPasskey();
    await server.declare('m_chen-hao', belongsTo('chen-hao'));
    const chenHao = await memberWith(server, { ...unreachable, id: 'chen-hao' });
    const elsewhere = await memberWith(server, unreachable, server.otherHost);
    for (const foreign of [await setUpPasskey(server, chenHao), await setUpPasskey(server, elsewhere)]) {
      await liWen.refused('finishVerification', 'verification_code_wrong', await answer(liWen, foreign));
    }
  });

  it('gives one proof for one assertion: a second time it is over, and it answers no other challenge (AU3)', async () => {
    const { server, liWen, authenticator } = await startWithPasskey();
    await server.declare('m_second');
    const first = await answer(liWen, authenticator);
    await liWen.ok('finishVerification', first);
    await liWen.refused('finishVerification', 'verification_expired', first);
    for (const membershipId of ['m_pro', 'm_second']) {
      const { id } = await start(liWen, 'passkey', 'cancelRenewal', membershipId);
      await liWen.refused('finishVerification', 'verification_code_wrong', { id, body: first.body });
    }
  });

  it('gives one proof for twenty answers at once (AU3)', async () => {
    const { server, liWen, authenticator } = await startWithPasskey();
    const same = await answer(liWen, authenticator);
    const replies = await Promise.all(Array.from({ length: 20 }, () => liWen.ask('finishVerification', same)));
    assert.equal(replies.filter(({ status }) => status === 200).length, 1);
    assert.equal((await kept(server)).secret.counter, 1);
  });

  it('whose counter fell back or stands still is refused, and the log says so without naming anybody (AU3, PR2)', async () => {
    const { server, liWen, authenticator } = await startWithPasskey();
    await liWen.ok('finishVerification', await answer(liWen, authenticator, { counter: 7 }));
    for (const counter of [7, 6, 0]) {
      const said = await answer(liWen, authenticator, { counter });
      await liWen.refused('finishVerification', 'verification_code_wrong', said);
    }
    const alarms = server.log.filter(({ level }) => level === 'error').map((entry) => JSON.stringify(entry));
    assert.equal(alarms.length, 3);
    for (const alarm of alarms) {
      assert.match(alarm, /CounterFellBack/);
      assert.match(alarm, new RegExp((await kept(server)).id));
      assert.doesNotMatch(alarm, /li-wen|Li Wen/);
    }
    assert.equal((await kept(server)).secret.counter, 7);
    await liWen.ok('finishVerification', await answer(liWen, authenticator, { counter: 8 }));
  });

  it('with a bad signature raises no alarm, whatever counter it claims (AU3)', async () => {
    const { server, liWen, authenticator } = await startWithPasskey();
    await liWen.ok('finishVerification', await answer(liWen, authenticator, { counter: 7 }));
    const forged = await SoftwareAuthenticator.create(site);
    const said = await answer(liWen, forged, { id: authenticator.id, counter: 1 });
    await liWen.refused('finishVerification', 'verification_code_wrong', said);
    assert.deepEqual(server.log.filter(({ level }) => level === 'error'), []);
  });

  it('that does not count its signatures works again and again (AU3)', async () => {
    const { server, liWen, authenticator } = await startWithPasskey();
    authenticator.counts = false;
    for (let round = 0; round < 3; round += 1) await liWen.ok('finishVerification', await answer(liWen, authenticator));
    assert.equal((await kept(server)).secret.counter, 0);
  });

  it('has a fresh challenge each time it is asked for, and the one before is over (AU3)', async () => {
    const { liWen, authenticator } = await startWithPasskey();
    const early = await answer(liWen, authenticator);
    const late = await answer(liWen, authenticator);
    assert.notEqual(early.id, late.id);
    assert.notEqual(early.body.assertion.response.clientDataJSON, late.body.assertion.response.clientDataJSON);
    await liWen.refused('finishVerification', 'verification_expired', early);
    await liWen.ok('finishVerification', late);
  });
});

describe('setting a passkey up', () => {
  it('asks for one that knows its user, with nothing of the member in its handle, and none that is there already', async () => {
    const { server, liWen, authenticator } = await startWithPasskey();
    const withPhone = await memberWith(server, {});
    const { passkey, otpauth, expiresAt } = await setUp(server, withPhone, { method: 'passkey', label: 'My phone' });
    assert.deepEqual([otpauth, expiresAt], [null, '2026-11-22T02:52:00Z']);
    const { user, rp, authenticatorSelection, excludeCredentials, attestation } = JSON.parse(JSON.stringify(passkey));
    assert.deepEqual(rp, { name: 'Example', id: 'example.com' });
    assert.deepEqual(authenticatorSelection.residentKey, 'preferred');
    assert.deepEqual(authenticatorSelection.userVerification, 'required');
    assert.deepEqual([attestation, excludeCredentials.map(({ id }: { id: string }) => id)], ['none', [authenticator.id]]);
    assert.match(user.id, /^[A-Za-z0-9_-]{43}$/);
    assert.deepEqual((await liWen.ok('listFactors')).items.length, 1);
  });

  const wrong: readonly (readonly [string, Misbehaviour])[] = [
    ['another site', { origin: 'https://evil.example' }],
    ['another domain', { rpId: 'evil.example' }],
    ['an authenticator that checked nobody', { userVerified: false }],
    ["a frame on another's page", { crossOrigin: true }],
    ['another challenge', { challenge: 'bm90LW91cnM' }],
    ['a login', { type: 'webauthn.get' }],
  ];
  for (const [what, but] of wrong) {
    it(`is refused from ${what}, and can be tried again (AU3)`, async () => {
      const server = await startFactorServer();
      const liWen = await memberWith(server, unreachable);
      const authenticator = await SoftwareAuthenticator.create(site);
      const { id, passkey } = await setUp(server, liWen, { method: 'passkey' });
      assert.ok(passkey);
      const attestation = await authenticator.create(passkey, but);
      await liWen.refused('finishFactor', 'factor_not_accepted', { id, body: { attestation } });
      assert.deepEqual((await liWen.ok('listFactors')).items, []);
      const { items } = await liWen.ok('finishFactor', { id, body: { attestation: await authenticator.create(passkey) } });
      assert.deepEqual(items.map(({ method, label }) => [method, label]), [['passkey', 'Passkey']]);
    });
  }

  it('is refused for one that the member has already, and done once for two answers at once', async () => {
    const { server, authenticator } = await startWithPasskey();
    const liWen = await memberWith(server, {});
    const again = await setUp(server, liWen, { method: 'passkey' });
    assert.ok(again.passkey);
    const attestation = await authenticator.create(again.passkey);
    await liWen.refused('finishFactor', 'factor_not_accepted', { id: again.id, body: { attestation } });
    const fresh = await SoftwareAuthenticator.create(site);
    const right = { id: again.id, body: { attestation: await fresh.create(again.passkey) } };
    const replies = await Promise.all(Array.from({ length: 5 }, () => liWen.ask('finishFactor', right)));
    assert.equal(replies.filter(({ status }) => status === 200).length, 1);
    assert.equal((await liWen.ok('listFactors')).items.length, 2);
  });
});

describe('options of passkeys', () => {
  const good = { rpId: 'example.com', rpName: 'Example', origins: ['https://www.example.com', 'https://example.com'] };
  const bad = [
    ['rpId', { rpId: 'https://example.com' }],
    ['rpName', { rpName: ' ' }],
    ['origins', { origins: [] }],
    ['origins', { origins: ['https://www.example.com/'] }],
    ['origins', { origins: ['http://www.example.com'] }],
    ['origins', { origins: ['https://example.com.evil.example'] }],
    ['origins', { origins: ['https://notexample.com'] }],
  ] as const;
  for (const [option, change] of bad) {
    it(`are refused at the start when they could not be safe: ${JSON.stringify(change)}`, () => {
      assert.throws(() => passkeyVerifier({ ...good, ...change }), new RegExp(`passkeyVerifier: option "${option}"`));
    });
  }

  it('may name a developer’s own machine', () => {
    assert.equal(passkeyVerifier({ rpId: 'localhost', rpName: 'Dev', origins: ['http://localhost:5173'] }).method, 'passkey');
    assert.equal(passkeyVerifier(good).method, 'passkey');
  });
});
