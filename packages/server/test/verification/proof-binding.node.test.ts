import type { HostMember } from '@leavewell/contract';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Caller, TestServer } from '../handler/start-server.ts';
import {
  accepting,
  memberWith,
  order,
  proofBySms,
  setUpApp,
  setUpPasskey,
  start,
  startFactorServer,
  unreachable,
} from '../factors/start-factor-server.ts';

describe('a proof is for what the member was shown', () => {
  const changes: readonly (readonly [string, Parameters<TestServer['declare']>[1]])[] = [
    ['the price', { facts: { price: { amount: 99_800, currency: 'CNY', interval: { unit: 'year', count: 1 } } } }],
    ['the end of the period', { facts: { periodEndsAt: '2027-01-31T16:00:00Z' } }],
    ['the plan', { plan: { id: 'professional', name: { en: 'Professional Plus' }, benefits: [] } }],
  ];
  for (const [what, change] of changes) {
    it(`and is void when ${what} is another (AU1, P2)`, async () => {
      const server = await startFactorServer();
      const liWen = await server.member();
      const proof = await proofBySms(server, liWen);
      await server.declare('m_pro', change);
      await liWen.refused('cancelRenewal', 'proof_invalid', order(proof));
      await liWen.ok('cancelRenewal', order(await proofBySms(server, liWen)));
    });

    it(`and what is under way is over when ${what} is another, so that no code is asked for in vain (AU1, S22)`, async () => {
      const server = await startFactorServer();
      const liWen = await server.member();
      const { id } = await start(liWen, 'sms_code');
      const early = server.lastCode();
      await server.declare('m_pro', change);
      await liWen.refused('finishVerification', 'verification_expired', { id, body: { code: early } });
      const again = await start(liWen, 'sms_code');
      assert.notEqual(again.id, id);
      await liWen.ok('finishVerification', { id: again.id, body: { code: server.lastCode() } });
    });
  }

  it('and holds when only what is not shown was declared anew', async () => {
    const server = await startFactorServer();
    const liWen = await server.member();
    const proof = await proofBySms(server, liWen);
    await server.declare('m_pro', { orderNumber: '2026-9999-0000' });
    await liWen.ok('cancelRenewal', order(proof));
  });

  it('and for its own act: cancelling, withdrawing and changing factors are three (AU1, P2)', async () => {
    const server = await startFactorServer();
    const liWen = await server.member();
    const toChange = await proofBySms(server, liWen, 'changeFactors');
    await liWen.refused('cancelRenewal', 'proof_invalid', order(toChange));
    const toCancel = await proofBySms(server, liWen);
    await liWen.refused('addFactor', 'proof_invalid', { body: { method: 'totp', proof: toCancel } });
    await liWen.refused('withdraw', 'withdrawal_over', order(toCancel, 'intent-0002'));
    await liWen.ok('cancelRenewal', order(toCancel, 'intent-0003'));
  });
});

describe('a verification is only by what the policy accepts', () => {
  it('so that nobody is asked or called for an act that needs none (S21, AU4)', async () => {
    const server = await startFactorServer({ policy: { place: 'CN' } });
    await server.declare('m_team');
    const liWen = await server.member();
    for (const [membershipId, command] of [['m_pro', 'cancelRenewal'], ['m_team', 'resumeRenewal']]) {
      const body = { membershipId, command, method: 'sms_code' };
      await liWen.refused('startVerification', 'verification_method_unavailable', { body });
    }
    assert.deepEqual(server.inbox, []);
  });

  it('also for a member who has another way, and the refusal names those that are accepted (S22)', async () => {
    const server = await startFactorServer({ policy: accepting(['totp', 'email_code']) });
    const liWen = await server.member();
    const body = { membershipId: 'm_pro', command: 'cancelRenewal', method: 'sms_code' };
    const problem = await liWen.refused('startVerification', 'verification_method_unavailable', { body });
    assert.match(problem.detail ?? '', /accepted are totp, email_code/);
  });

  it('and a proof by a way that is accepted elsewhere is none here (AU5)', async () => {
    const server = await startFactorServer({
      policy: {
        place: 'CN',
        wishes: { CN: { verification: ['sms_code'] }, US: { verification: ['email_code'] } },
      },
    });
    await server.declare('m_us', { place: 'US' });
    const liWen = await server.member();
    const proof = await proofBySms(server, liWen);
    await liWen.refused('cancelRenewal', 'proof_invalid', order(proof, 'intent-0001', 'm_us'));
  });
});

/** What voids whatever was verified before. */
const factorChanges: readonly (readonly [string, (server: TestServer, liWen: Caller) => Promise<unknown>])[] = [
  ['a passkey was added', (server, liWen) => setUpPasskey(server, liWen)],
  ['an authenticator app was added', (server, liWen) => setUpApp(server, liWen)],
  ['the host declared another phone', (server) => memberWith(server, { phone: '+8613900000000' })],
  ['the host declared another address', (server) => memberWith(server, { email: 'new@northwind.example' })],
  ['the host declared no address', (server) => memberWith(server, { email: null })],
];

describe('a change of factors voids what was verified before', () => {
  for (const [what, change] of factorChanges) {
    it(`a proof is void after ${what} (AU7)`, async () => {
      const server = await startFactorServer();
      const liWen = await server.member();
      const proof = await proofBySms(server, liWen);
      await change(server, liWen);
      await liWen.refused('cancelRenewal', 'proof_invalid', order(proof));
      await liWen.ok('cancelRenewal', order(await proofBySms(server, liWen)));
    });

    it(`a code that is under way is void after ${what} (AU7)`, async () => {
      const server = await startFactorServer();
      const liWen = await server.member();
      const { id } = await start(liWen, 'sms_code');
      const code = server.lastCode();
      await change(server, liWen);
      await liWen.refused('finishVerification', 'verification_expired', { id, body: { code } });
    });
  }

  it('a removed factor leaves its trace: adding and removing one does not bring an old proof back (AU7)', async () => {
    const server = await startFactorServer();
    const liWen = await server.member();
    const proof = await proofBySms(server, liWen);
    await setUpApp(server, liWen);
    const [factor] = (await liWen.ok('listFactors')).items;
    assert.ok(factor);
    const toRemove = await proofBySms(server, liWen, 'changeFactors');
    await liWen.ok('removeFactor', { id: factor.id, body: { proof: toRemove } });
    await liWen.refused('cancelRenewal', 'proof_invalid', order(proof));
  });

  it('using a factor, and the same declaration again, void nothing', async () => {
    const server = await startFactorServer();
    const liWen = await memberWith(server, unreachable);
    const authenticator = await setUpPasskey(server, liWen);
    await server.declare('m_second');
    const proofs: string[] = [];
    for (const membershipId of ['m_pro', 'm_second']) {
      const { id, passkey } = await start(liWen, 'passkey', 'cancelRenewal', membershipId);
      assert.ok(passkey);
      const assertion = await authenticator.get(passkey);
      proofs.push((await liWen.ok('finishVerification', { id, body: { assertion } })).proof);
    }
    const same: Partial<HostMember> = { ...unreachable, name: 'Li Wen-Berger', language: 'zh-CN' };
    await memberWith(server, same);
    await liWen.ok('cancelRenewal', order(proofs[0]));
    await liWen.ok('cancelRenewal', order(proofs[1], 'intent-0002', 'm_second'));
  });
});
