import { entityTagOf } from '@leavewell/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemOf, proofOf, startServer } from './start-server.ts';

const ask = (key: string, tag: string) => ({ id: 'm_pro', key, headers: { 'if-match': tag } });

test('a page that shows what there is may cancel; its tag is the ETag of the membership (CC2)', async () => {
  const server = await startServer({ policy: { place: 'CN' } });
  const liWen = await server.member();
  const reply = await liWen.ask('getMembership', { id: 'm_pro' });
  const tag = reply.headers.get('etag') ?? '';
  assert.equal(tag, entityTagOf(JSON.parse(reply.text)));
  assert.equal((await liWen.ok('cancelRenewal', ask('intent-0001', tag))).membership.renewal, 'off');
});

test('of two tabs the second is told what the first has done, and changes nothing (CC2)', async () => {
  const server = await startServer({ policy: { place: 'CN' } });
  const liWen = await server.member();
  const tag = entityTagOf(await liWen.ok('getMembership', { id: 'm_pro' }));
  await liWen.ok('cancelRenewal', ask('intent-0001', tag));
  const { membership } = await liWen.ok('resumeRenewal', { id: 'm_pro', key: 'intent-0002' });
  const problem = problemOf(await liWen.ask('cancelRenewal', ask('intent-0003', tag)));
  assert.deepEqual([problem.code, problem.status], ['membership_changed', 412]);
  assert.deepEqual(problem.membership, membership);
  assert.equal((await liWen.ok('getMembership', { id: 'm_pro' })).renewal, 'on');
});

test('a page from before a renewal cannot cancel unseen what was charged since (CC2, XO7)', async () => {
  const server = await startServer({ policy: { place: 'CN' } });
  const liWen = await server.member();
  const tag = entityTagOf(await liWen.ok('getMembership', { id: 'm_pro' }));
  server.clock.set('2026-12-31T15:59:59Z');
  const before = server.member();
  await (await before).ok('cancelRenewal', ask('intent-0001', tag));
  await (await before).ok('resumeRenewal', { id: 'm_pro', key: 'intent-0002' });
  const fresh = entityTagOf(await (await before).ok('getMembership', { id: 'm_pro' }));
  server.clock.set('2026-12-31T16:00:00Z');
  const problem = await (await before).refused('cancelRenewal', 'membership_changed', ask('intent-0003', fresh));
  assert.equal(problem.membership?.lastDay, '2027-12-31');
});

test('a proof is not used up by a page that was stale (CC2, AU1)', async () => {
  const server = await startServer();
  const liWen = await server.member();
  const body = { proof: await proofOf(server, liWen) };
  await liWen.refused('cancelRenewal', 'membership_changed', { ...ask('intent-0001', '"0-"'), body });
  assert.equal((await liWen.ok('cancelRenewal', { id: 'm_pro', key: 'intent-0001', body })).membership.renewal, 'off');
});

test('a repeat gets its answer, though the tag it came with is an old one by now (XO3)', async () => {
  const server = await startServer({ policy: { place: 'CN' } });
  const liWen = await server.member();
  const order = ask('intent-0001', entityTagOf(await liWen.ok('getMembership', { id: 'm_pro' })));
  const first = await liWen.ask('cancelRenewal', order);
  const again = await liWen.ask('cancelRenewal', order);
  assert.deepEqual([again.status, again.text], [200, first.text]);
});

test('what is no entity tag is refused by the name of the header; a weak tag matches nothing; * matches all', async () => {
  const server = await startServer({ policy: { place: 'CN' } });
  const liWen = await server.member();
  const tag = entityTagOf(await liWen.ok('getMembership', { id: 'm_pro' }));
  for (const wrong of ['1', '"a', 'x "1"', '']) {
    const problem = await liWen.refused('cancelRenewal', 'invalid_request', ask('intent-0001', wrong));
    assert.equal(problem.errors?.[0]?.field, 'If-Match', wrong);
  }
  await liWen.refused('cancelRenewal', 'membership_changed', ask('intent-0001', `W/${tag}`));
  await liWen.ok('cancelRenewal', ask('intent-0001', `"other", ${tag}`));
  await liWen.ok('resumeRenewal', ask('intent-0002', '*'));
});
