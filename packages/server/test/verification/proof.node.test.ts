import { belongsTo } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proofOf, startServer } from '../handler/start-server.ts';

const order = (proof: string, key = 'intent-0001', id = 'm_pro') => ({ id, key, body: { proof } });

test('a command that asks for verification names the methods, and does nothing without a proof (AU1, AU5)', async () => {
  const server = await startServer();
  const liWen = await server.member();
  const problem = await liWen.refused('cancelRenewal', 'verification_required', { id: 'm_pro', key: 'intent-0001' });
  assert.match(problem.detail ?? '', /sms_code/);
  for (const proof of ['', 'guessed', 'x'.repeat(200)])
    await liWen.refused('cancelRenewal', 'proof_invalid', order(proof));
  assert.equal((await liWen.ok('getMembership', { id: 'm_pro' })).renewal, 'on');
});

test('a proof for one membership is no proof for another (AU1, P2)', async () => {
  const server = await startServer();
  await server.declare('m_second');
  const liWen = await server.member();
  const proof = await proofOf(server, liWen, 'm_second');
  await liWen.refused('cancelRenewal', 'proof_invalid', order(proof));
  await liWen.ok('cancelRenewal', order(proof, 'intent-0001', 'm_second'));
});

test('turning renewal on asks for no proof, and gives none for turning it off (AU1, P2)', async () => {
  const server = await startServer();
  await server.declare('m_team');
  const liWen = await server.member();
  const body = { membershipId: 'm_team', command: 'resumeRenewal', method: 'sms_code' };
  await liWen.refused('startVerification', 'verification_method_unavailable', { body });
  await liWen.ok('resumeRenewal', { id: 'm_team', key: 'intent-0001' });
  await liWen.refused('cancelRenewal', 'verification_required', { id: 'm_team', key: 'intent-0002' });
});

test('a proof works once; a second cancelling needs another (AU1, P2)', async () => {
  const server = await startServer();
  const liWen = await server.member();
  const proof = await proofOf(server, liWen);
  await liWen.ok('cancelRenewal', order(proof));
  await liWen.ok('resumeRenewal', { id: 'm_pro', key: 'intent-0002' });
  await liWen.refused('cancelRenewal', 'proof_invalid', order(proof, 'intent-0003'));
});

test('a proof works for five minutes and not a moment longer (AU1, P2)', async () => {
  for (const [instant, works] of [
    ['2026-11-22T02:46:59Z', true],
    ['2026-11-22T02:47:00Z', false],
  ] as const) {
    const server = await startServer();
    const liWen = await server.member();
    const proof = await proofOf(server, liWen);
    server.clock.set(instant);
    await (works
      ? liWen.ok('cancelRenewal', order(proof))
      : liWen.refused('cancelRenewal', 'proof_invalid', order(proof)));
  }
});

test("a proof of one member is no proof of another, even of the account's administrator (AU1, AC1)", async () => {
  const server = await startServer();
  const chenHao = await server.member('chen-hao');
  await server.declare('m_chen', belongsTo('chen-hao'));
  const proof = await proofOf(server, chenHao, 'm_chen');
  await server.declare('m_chen', { ...belongsTo('chen-hao'), account: belongsTo('li-wen').account });
  const liWen = await server.member('li-wen');
  await liWen.refused('cancelRenewal', 'proof_invalid', order(proof, 'intent-0001', 'm_chen'));
});

test('a command that the rules refuse does not use the proof up', async () => {
  const server = await startServer();
  const liWen = await server.member();
  const proof = await proofOf(server, liWen);
  await server.declare('m_pro', { facts: { cancelBy: '2026-11-22T02:00:00Z' } });
  const problem = await liWen.refused('cancelRenewal', 'too_late', order(proof));
  assert.equal(problem.remedy, 'contact_support');
  await server.declare('m_pro');
  await liWen.ok('cancelRenewal', order(proof));
});

test('where nothing is asked for no proof is, and the receipt claims none', async () => {
  const server = await startServer({ policy: { place: 'CN' } });
  const liWen = await server.member();
  const { verification } = await liWen.ok('previewCancelRenewal', { id: 'm_pro' });
  assert.deepEqual(verification, { required: false, methods: [] });
  await liWen.refused('cancelRenewal', 'proof_invalid', order('guessed'));
  const { receipt } = await liWen.ok('cancelRenewal', { id: 'm_pro', key: 'intent-0001' });
  assert.equal(receipt.verifiedBy, null);
});
