import { totpVerifier } from '@leavewell/server/totp';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSeal } from '../../src/factors/totp/seal.ts';
import {
  appOf,
  memberWith,
  order,
  sealingSecret,
  setUp,
  setUpApp,
  start,
  startFactorServer,
  storedFactors,
  unreachable,
} from './start-factor-server.ts';

const step = 30_000;

async function startWithApp() {
  const server = await startFactorServer();
  const liWen = await memberWith(server, unreachable);
  const app = await setUpApp(server, liWen);
  server.clock.advance(step);
  /** The code of so many steps from now. */
  const codeAt = (steps: number) => app(new Date(server.clock.now().getTime() + steps * step));
  return { server, liWen, app, codeAt };
}

describe('an authenticator app', () => {
  it('is set up by an address that apps read, and its codes verify the member (S21)', async () => {
    const { server, liWen, codeAt } = await startWithApp();
    const { id, codeLength, destination } = await start(liWen, 'totp');
    assert.deepEqual([codeLength, destination], [6, null]);
    const code = codeAt(0);
    const { proof } = await liWen.ok('finishVerification', { id, body: { code: `${code.slice(0, 3)} ${code.slice(3)}` } });
    const { receipt } = await liWen.ok('cancelRenewal', order(proof));
    assert.equal(receipt.verifiedBy, 'totp');
    const { items } = await liWen.ok('listFactors');
    assert.deepEqual(
      items.map(({ method, label, lastUsedAt }) => [method, label, lastUsedAt]),
      [['totp', 'Authenticator app', '2026-11-22T02:42:30Z']],
    );
    assert.deepEqual(server.inbox.filter(({ kind }) => kind === 'verification_code'), []);
  });

  it('names the site and the member in its address, and nobody else can read its secret in the store', async () => {
    const server = await startFactorServer();
    const liWen = await memberWith(server, {});
    const reply = await setUp(server, liWen, { method: 'totp' });
    const address = new URL(reply.otpauth ?? '');
    assert.equal(decodeURIComponent(address.pathname), '/Example:li.wen@northwind.example');
    const secret = address.searchParams.get('secret') ?? '';
    assert.match(secret, /^[A-Z2-7]{32}$/);
    await liWen.ok('finishFactor', { id: reply.id, body: { code: appOf(reply.otpauth)(server.clock.now()) } });
    const [stored] = await storedFactors(server);
    assert.ok(stored);
    assert.ok(!JSON.stringify(stored).includes(secret));
    const { sealed } = JSON.parse(stored.secret);
    const owner = `acme\nli-wen\n${stored.id}`;
    assert.equal((await createSeal(sealingSecret, 'totp secret').open(sealed, owner))?.length, 20);
    assert.equal(await createSeal(`${sealingSecret}!`, 'totp secret').open(sealed, owner), null);
    assert.equal(await createSeal(sealingSecret, 'totp secret').open(sealed, `acme\nchen-hao\n${stored.id}`), null);
  });

  for (const [steps, works] of [
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ] as const) {
    it(`a code of ${steps} steps from now ${works ? 'works' : 'does not work'} (RFC 6238)`, async () => {
      const { server, liWen, codeAt } = await startWithApp();
      server.clock.advance(10 * step);
      const { id } = await start(liWen, 'totp');
      const said = { id, body: { code: codeAt(steps) } };
      await (works
        ? liWen.ok('finishVerification', said)
        : liWen.refused('finishVerification', 'verification_code_wrong', said));
    });
  }

  it('a code works once, for whatever it is asked, and none before it works any more (AU1)', async () => {
    const { server, liWen, codeAt } = await startWithApp();
    await server.declare('m_second');
    server.clock.advance(10 * step);
    const { id } = await start(liWen, 'totp');
    await liWen.ok('finishVerification', { id, body: { code: codeAt(0) } });
    for (const steps of [0, -1]) {
      const second = await start(liWen, 'totp', 'cancelRenewal', 'm_second');
      const said = { id: second.id, body: { code: codeAt(steps) } };
      await liWen.refused('finishVerification', 'verification_code_wrong', said);
    }
    const third = await start(liWen, 'totp', 'cancelRenewal', 'm_second');
    await liWen.ok('finishVerification', { id: third.id, body: { code: codeAt(1) } });
  });

  it('the code that set it up is used up by that', async () => {
    const server = await startFactorServer();
    const liWen = await memberWith(server, unreachable);
    const app = await setUpApp(server, liWen);
    const { id } = await start(liWen, 'totp');
    const said = { id, body: { code: app(server.clock.now()) } };
    await liWen.refused('finishVerification', 'verification_code_wrong', said);
  });

  it('one code sent at once for many memberships gives one proof (AU1)', async () => {
    const { server, liWen, codeAt } = await startWithApp();
    const ids = ['m_1', 'm_2', 'm_3', 'm_4', 'm_5', 'm_6'];
    for (const id of ids) await server.declare(id);
    const begun = [];
    for (const id of ids) begun.push(await start(liWen, 'totp', 'cancelRenewal', id));
    const body = { code: codeAt(0) };
    const replies = await Promise.all(begun.map(({ id }) => liWen.ask('finishVerification', { id, body })));
    assert.equal(replies.filter(({ status }) => status === 200).length, 1);
  });

  it('any of several apps will do', async () => {
    const { server, liWen, codeAt } = await startWithApp();
    const withPhone = await memberWith(server, {});
    const second = await setUpApp(server, withPhone);
    server.clock.advance(2 * step);
    for (const code of [codeAt(0), second(server.clock.now())]) {
      const { id } = await start(liWen, 'totp');
      await liWen.ok('finishVerification', { id, body: { code } });
    }
  });

  it('is not set up by a wrong code, and can be tried again (S22)', async () => {
    const server = await startFactorServer();
    const liWen = await memberWith(server, unreachable);
    const { id, otpauth } = await setUp(server, liWen, { method: 'totp', label: 'Work phone' });
    const code = appOf(otpauth)(server.clock.now());
    for (const wrong of [code === '000000' ? '111111' : '000000', 'nonsense', '']) {
      const body = wrong === '' ? {} : { code: wrong };
      await liWen.refused('finishFactor', 'factor_not_accepted', { id, body });
    }
    const { items } = await liWen.ok('finishFactor', { id, body: { code } });
    assert.deepEqual(items.map(({ label }) => label), ['Work phone']);
  });

  it('is refused at the start without a name or a long enough secret', () => {
    assert.throws(() => totpVerifier({ issuer: '', sealingSecret }), /"issuer"/);
    assert.throws(() => totpVerifier({ issuer: 'Example', sealingSecret: 'short' }), /"sealingSecret"/);
  });
});
