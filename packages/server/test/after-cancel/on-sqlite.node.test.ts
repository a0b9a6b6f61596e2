import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { openSqliteStore } from '../../src/store/sql/sqlite-store.ts';
import { temporaryFile } from '../store/temporary-file.ts';
import { boughtLately } from '../withdraw/a-withdrawal.ts';
import { cancel, openOffer, startWithVoucher } from './a-leaver.ts';

test('in a database an answer stands in no row with who gave it, or with the time of their receipt (S72, PR1)', async () => {
  const file = await temporaryFile();
  const store = await openSqliteStore({ file });
  const server = await startWithVoucher({ store });
  const liWen = await cancel(server);
  server.clock.advance(7 * 60_000);
  const answer = { id: 'm_pro', body: { reason: 'too_slow', comment: 'Slow on Mondays.' } };
  await Promise.all([1, 2, 3].map(() => liWen.ok('sendFeedback', answer)));
  assert.equal((await liWen.ok('afterCancel', { id: 'm_pro' })).survey, null);
  await server.outbox.runOnce();
  await store.close();

  const database = new DatabaseSync(file);
  const rows = database.prepare("select * from filed where kind = 'feedback'").all();
  const marks = database.prepare("select * from uses where key like 'answered:%'").all();
  database.close();
  assert.deepEqual([rows.length, marks.length], [1, 1]);
  const [row, mark] = [JSON.stringify(rows[0]), JSON.stringify(marks[0])];
  assert.doesNotMatch(row, /li-wen|m_pro|CR-|02:4/);
  assert.doesNotMatch(mark, /li-wen|m_pro|CR-|too_slow/);
  // Ten years after the receipt, and not after the answer.
  assert.match(mark, new RegExp(String(Date.parse('2026-11-22T02:42:00Z') + 3_660 * 86_400_000)));
});

test('in a database an offer is made once, and decided once, whoever presses at the same time (S74, CC1)', async () => {
  const store = await openSqliteStore({ file: await temporaryFile() });
  const server = await startWithVoucher({ store });
  const liWen = await cancel(server);
  const [{ id }] = await Promise.all([openOffer(liWen), openOffer(liWen), openOffer(liWen)]);
  const presses = [1, 2, 3, 4].map((turn) => liWen.ask(turn % 2 ? 'acceptOffer' : 'declineOffer', { id }));
  const statuses = (await Promise.all(presses)).map(({ status }) => status);
  assert.deepEqual(statuses.toSorted(), [200, 200, 409, 409]);
  const { items } = await server.host.ok('listEvents');
  const accepted = items.filter(({ type }) => type === 'offer.accepted').length;
  assert.equal(accepted, statuses[0] === 200 ? 1 : 0);
  await server.outbox.runOnce();
  await store.close();
});

test('in a database a withdrawal asked for by ten at once is one, with one receipt (XO2)', async () => {
  const store = await openSqliteStore({ file: await temporaryFile() });
  const server = await startWithVoucher({ store, policy: { place: 'EU' } });
  await server.declare('m_new', boughtLately);
  const liWen = await server.member();
  const keys = Array.from({ length: 10 }, (_, turn) => `intent-000${turn % 2}`);
  const asked = keys.map((key) => liWen.ask('withdraw', { id: 'm_new', key }));
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  assert.ok(statuses.includes(200) && statuses.every((status) => status === 200 || status === 409), String(statuses));
  const { items } = await server.host.ok('listEvents');
  assert.equal(items.filter(({ type }) => type === 'membership.withdrawn').length, 1);
  await server.outbox.runOnce();
  assert.equal(server.inbox.filter(({ kind }) => kind === 'receipt').length, 1);
  await store.close();
});
