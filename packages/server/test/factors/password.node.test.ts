import type { HandlerOptions } from '@leavewell/server';
import {
  administratorPasswordVerifier,
  companyCredentialVerifier,
  passwordVerifier,
} from '@leavewell/server/password';
import { belongsTo, fixtureMembers } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isLongEnough, isPassword } from '../../src/factors/password/password-hash.ts';
import { startServer } from '../handler/start-server.ts';
import {
  accepting,
  memberWith,
  order,
  setUp,
  setUpPassword,
  start,
  startFactorServer,
  storedFactors,
  unreachable,
} from './start-factor-server.ts';

const hour = 3_600_000;
const password = 'korrekt häst batteri';

async function startWithPassword() {
  const server = await startFactorServer();
  const liWen = await memberWith(server, unreachable);
  await setUpPassword(server, liWen, password);
  return { server, liWen };
}

describe('a password that is kept here', () => {
  it('verifies its member, and is stored as Argon2id of the strength that OWASP asks for (S21)', async () => {
    const { server, liWen } = await startWithPassword();
    const { id, codeLength } = await start(liWen, 'password');
    assert.equal(codeLength, null);
    const { proof } = await liWen.ok('finishVerification', { id, body: { code: password } });
    const { receipt } = await liWen.ok('cancelRenewal', order(proof));
    assert.equal(receipt.verifiedBy, 'password');
    const [stored] = await storedFactors(server);
    assert.match(JSON.parse(stored?.secret ?? '').hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    assert.ok(!JSON.stringify(stored).includes(password));
    assert.equal(stored?.lastUsedAt, '2026-11-22T02:42:00Z');
  });

  it('is compared as it was typed, however the keyboard puts its letters together; spaces count', async () => {
    const { liWen } = await startWithPassword();
    const { id } = await start(liWen, 'password');
    const said = (code: string) => ({ id, body: { code } });
    await liWen.refused('finishVerification', 'verification_code_wrong', said(password.replaceAll(' ', '')));
    await liWen.refused('finishVerification', 'verification_code_wrong', said(` ${password}`));
    await liWen.ok('finishVerification', said(password.normalize('NFD')));
  });

  it('has to be eight characters at least; a shorter one is refused and another can be sent', async () => {
    const server = await startFactorServer();
    const liWen = await memberWith(server, unreachable);
    const { id } = await setUp(server, liWen, { method: 'password' });
    await liWen.refused('finishFactor', 'factor_not_accepted', { id, body: { code: '1234567' } });
    await liWen.refused('finishFactor', 'factor_not_accepted', { id, body: {} });
    const { items } = await liWen.ok('finishFactor', { id, body: { code: '12345678' } });
    assert.deepEqual(items.map(({ label }) => label), ['Password']);
    assert.deepEqual([isLongEnough('🐎🐎🐎🐎'), isLongEnough('八个汉字也可以的')], [false, true]);
  });

  it('gives way to a new one, of which nothing but the new hash is left (AU7)', async () => {
    const { server } = await startWithPassword();
    const liWen = await memberWith(server, {});
    await setUpPassword(server, liWen, 'another password');
    assert.equal((await liWen.ok('listFactors')).items.length, 1);
    const stored = await storedFactors(server);
    assert.deepEqual(stored.filter(({ removedAt }) => removedAt !== null).map(({ secret }) => secret), ['']);
    const { id } = await start(liWen, 'password');
    await liWen.refused('finishVerification', 'verification_code_wrong', { id, body: { code: password } });
    await liWen.ok('finishVerification', { id, body: { code: 'another password' } });
  });

  it('is no password when nothing was typed', async () => {
    const { server, liWen } = await startWithPassword();
    const { id } = await start(liWen, 'password');
    await liWen.refused('finishVerification', 'verification_code_wrong', { id, body: {} });
    const [stored] = await storedFactors(server);
    assert.equal(await isPassword('', JSON.parse(stored?.secret ?? '').hash), false);
  });
});

describe('guesses at a password', () => {
  it('are seven in a day; then passwords wait until the time that is told, and other ways go on (AU4, RL2, P3)', async () => {
    const { server } = await startWithPassword();
    const liWen = await memberWith(server, {});
    const first = await start(liWen, 'password');
    assert.equal(first.attemptsLeft, 5);
    for (const left of [4, 3, 2, 1, 0]) {
      const said = { id: first.id, body: { code: 'wrong' } };
      assert.equal((await liWen.refused('finishVerification', 'verification_code_wrong', said)).attemptsLeft, left);
    }
    await liWen.refused('finishVerification', 'verification_attempts_exceeded', { id: first.id, body: { code: password } });
    server.clock.advance(60_000);
    const second = await start(liWen, 'password');
    assert.equal(second.attemptsLeft, 2);
    for (let count = 0; count < 2; count += 1) {
      await liWen.refused('finishVerification', 'verification_code_wrong', { id: second.id, body: { code: 'wrong' } });
    }
    server.clock.advance(hour / 4);
    const body = { membershipId: 'm_pro', command: 'cancelRenewal', method: 'password' };
    const locked = await memberWith(server, {});
    const { retryAt } = await locked.refused('startVerification', 'verification_attempts_exceeded', { body });
    assert.equal(retryAt, '2026-11-23T02:42:00Z');
    await start(await memberWith(server, {}), 'sms_code');
    server.clock.set(retryAt);
    const later = await memberWith(server, {});
    const { id, attemptsLeft } = await start(later, 'password');
    assert.equal(attemptsLeft, 5);
    await later.ok('finishVerification', { id, body: { code: password } });
  });

  it('at once, over two memberships, are seven looked at (AU4)', async () => {
    const { server, liWen } = await startWithPassword();
    await server.declare('m_second');
    const ids = [(await start(liWen, 'password')).id, (await start(liWen, 'password', 'cancelRenewal', 'm_second')).id];
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        liWen.ask('finishVerification', { id: ids[index % 2] ?? '', body: { code: 'wrong' } }),
      ),
    );
    assert.equal(replies.filter(({ status }) => status === 422).length, 7);
    assert.equal(replies.filter(({ status }) => status === 429).length, 33);
  });

  it('cannot be begun without end: a member begins a hundred in an hour', async () => {
    const { server, liWen } = await startWithPassword();
    const statuses: number[] = [];
    for (let count = 0; count < 101; count += 1) {
      await server.declare(`m_${count}`);
      const body = { membershipId: `m_${count}`, command: 'cancelRenewal', method: 'password' };
      statuses.push((await liWen.ask('startVerification', { body })).status);
    }
    assert.deepEqual([statuses.filter((status) => status === 200).length, statuses.at(-1)], [100, 429]);
  });
});

describe("the host's own password check", () => {
  it('is given the member and what they typed, and nothing is kept (S21)', async () => {
    const asked: unknown[] = [];
    const verifiers = [
      passwordVerifier({ check: async ({ tenantId, id }, typed) => asked.push([tenantId, id, typed]) > 1 }),
    ];
    const server = await startServer({ policy: accepting(['password']), verifiers });
    const liWen = await server.member();
    const { id } = await start(liWen, 'password');
    await liWen.refused('finishVerification', 'verification_code_wrong', { id, body: {} });
    await liWen.refused('finishVerification', 'verification_code_wrong', { id, body: { code: 'one' } });
    const { proof } = await liWen.ok('finishVerification', { id, body: { code: ' two ' } });
    await liWen.ok('cancelRenewal', order(proof));
    assert.deepEqual(asked, [['acme', 'li-wen', 'one'], ['acme', 'li-wen', ' two ']]);
    assert.deepEqual(await storedFactors(server), []);
    const change = await start(liWen, 'password', 'changeFactors');
    const shown = await liWen.ok('finishVerification', { id: change.id, body: { code: 'three' } });
    const body = { method: 'password', proof: shown.proof };
    await liWen.refused('addFactor', 'verification_method_unavailable', { body });
  });

  it('that fails says nothing of what was typed, in the answer or in the log (PR2, S22)', async () => {
    const check = async (_: unknown, typed: string) => Promise.reject(new Error(`no login for ${typed}`));
    const server = await startServer({ policy: accepting(['password']), verifiers: [passwordVerifier({ check })] });
    const liWen = await server.member();
    const { id } = await start(liWen, 'password');
    const said = { id, body: { code: 'Sesame-oeffne-dich' } };
    const problem = await liWen.refused('finishVerification', 'verification_method_unavailable', said);
    assert.ok(!JSON.stringify(problem).includes('Sesame'));
    const log = JSON.stringify(server.log);
    assert.match(log, /no login for/);
    assert.ok(!log.includes('Sesame'));
  });

  it('is not offered to a member whom the host gives none', async () => {
    const verifiers = [passwordVerifier({ check: async () => true, isOffered: ({ id }) => id === 'li-wen' })];
    const server = await startServer({ policy: accepting(['password']), verifiers });
    await server.declare('m_chen-hao', belongsTo('chen-hao'));
    const chenHao = await server.member('chen-hao');
    const body = { membershipId: 'm_chen-hao', command: 'cancelRenewal', method: 'password' };
    await chenHao.refused('startVerification', 'verification_method_unavailable', { body });
    assert.deepEqual((await chenHao.ok('previewCancelRenewal', { id: 'm_chen-hao' })).verification, {
      required: true,
      methods: [],
    });
  });
});

describe("a company's second check", () => {
  const checks = {
    administrator_password: administratorPasswordVerifier({ check: async (_, typed) => typed === 'the boss knows' }),
    company_credential: companyCredentialVerifier({ check: async (_, typed) => typed === '91310000MA1FL0' }),
  };
  const right = { administrator_password: 'the boss knows', company_credential: '91310000MA1FL0' };

  for (const method of ['administrator_password', 'company_credential'] as const) {
    const options: Partial<HandlerOptions> = {
      policy: accepting(['sms_code'], method),
      verifiers: Object.values(checks),
    };

    it(`by ${method} is the one thing a company is asked for, and a person never is (S39)`, async () => {
      const server = await startServer(options);
      await server.declare('m_chen-hao', belongsTo('chen-hao'));
      const liWen = await server.member();
      assert.deepEqual((await liWen.ok('previewCancelRenewal', { id: 'm_pro' })).verification, {
        required: true,
        methods: [method],
      });
      const { id } = await start(liWen, method);
      await liWen.refused('finishVerification', 'verification_code_wrong', { id, body: { code: 'guess' } });
      const { proof } = await liWen.ok('finishVerification', { id, body: { code: right[method] } });
      assert.equal((await liWen.ok('cancelRenewal', order(proof))).receipt.verifiedBy, method);
      const chenHao = await server.member('chen-hao');
      assert.deepEqual((await chenHao.ok('previewCancelRenewal', { id: 'm_chen-hao' })).verification, {
        required: true,
        methods: ['sms_code'],
      });
    });

    it(`by ${method} changes no factor: it does not show who is asking (AU7)`, async () => {
      const server = await startServer(options);
      const liWen = await server.member();
      const body = { membershipId: 'm_pro', command: 'changeFactors', method };
      await liWen.refused('startVerification', 'verification_method_unavailable', { body });
    });
  }

  it('is not offered to members of no company', async () => {
    const member = { ...fixtureMembers['chen-hao'], tenantId: 'acme' };
    const server = await startServer();
    await server.store.read(async (reads) => {
      for (const check of Object.values(checks)) assert.equal(await check.offerTo(member, reads), null);
    });
  });
});
