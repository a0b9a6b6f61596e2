import { belongsTo } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Caller, startServer } from '../handler/start-server.ts';

const listOf = async (caller: Caller, query: Record<string, string> = {}) =>
  (await caller.ok('listReceipts', { query })).items.map(({ membershipId, command }) => `${command} ${membershipId}`);

/** Li Wen turns renewal off, on and off again, and Wang Fang of the same company turns hers off. */
async function startWithHistory() {
  const server = await startServer({ policy: { place: 'CN' } });
  await server.declare('m_trial');
  await server.declare('m_wang', belongsTo('wang-fang'));
  const liWen = await server.member();
  const steps = [
    ['cancelRenewal', 'm_pro'],
    ['resumeRenewal', 'm_pro'],
    ['cancelRenewal', 'm_trial'],
    ['cancelRenewal', 'm_wang'],
  ] as const;
  for (const [at, [command, id]] of steps.entries()) {
    await liWen.ok(command, { id, key: `intent-000${at}` });
    server.clock.advance(60_000);
  }
  return { server, liWen };
}

test('a member finds every receipt again, the newest first, those of their company with the right (P14, S43)', async () => {
  const { server, liWen } = await startWithHistory();
  const all = ['cancelRenewal m_wang', 'cancelRenewal m_trial', 'resumeRenewal m_pro', 'cancelRenewal m_pro'];
  assert.deepEqual(await listOf(liWen), all);
  assert.deepEqual(await listOf(await server.member('wang-fang')), ['cancelRenewal m_wang']);
  assert.deepEqual(await listOf(await server.member('chen-hao')), []);
});

test('the receipts of one membership are listed alone; of an absent one there are none, as of another account', async () => {
  const { server, liWen } = await startWithHistory();
  assert.deepEqual(await listOf(liWen, { membershipId: 'm_pro' }), ['resumeRenewal m_pro', 'cancelRenewal m_pro']);
  assert.deepEqual(await listOf(liWen, { membershipId: 'm_none' }), []);
  assert.deepEqual(await listOf(await server.member('chen-hao'), { membershipId: 'm_pro' }), []);
});

test('each item is the receipt itself, letter by letter', async () => {
  const { liWen } = await startWithHistory();
  const { items } = await liWen.ok('listReceipts');
  for (const item of items) assert.deepEqual(await liWen.ok('getReceipt', { id: item.id }), item);
});

test('receipts are read page by page, without gaps or repeats (S41)', async () => {
  const { liWen } = await startWithHistory();
  const whole = (await liWen.ok('listReceipts')).items;
  const paged: typeof whole = [];
  let pages = 0;
  for (let cursor: string | null = ''; cursor !== null; pages += 1) {
    const query: Record<string, string> = { limit: '3', ...(cursor && { cursor }) };
    const page: { items: typeof whole; nextCursor: string | null } = await liWen.ok('listReceipts', { query });
    paged.push(...page.items);
    cursor = page.nextCursor;
  }
  assert.deepEqual([pages, paged], [2, whole]);
});

test('a filter that means nothing is refused with its name and the remedy (AX2)', async () => {
  const { liWen } = await startWithHistory();
  const foreign = (await liWen.ok('listMemberships', { query: { limit: '1' } })).nextCursor ?? '';
  const wrong = [
    ['limit', '0'],
    ['limit', '101'],
    ['membershipId', ''],
    ['cursor', 'no-cursor'],
    ['cursor', foreign],
    ['state', 'ending'],
  ] as const;
  for (const [field, value] of wrong) {
    const { errors } = await liWen.refused('listReceipts', 'invalid_request', { query: { [field]: value } });
    assert.deepEqual(errors?.map((error) => error.field), [field], `${field}=${value}`);
  }
});
