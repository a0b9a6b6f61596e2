import { ledgerProvider } from '@leavewell/providers/ledger';
import { createServer, type LogEntry, type Message, type OutboxRecord } from '@leavewell/server';
import { createMemoryStore } from '@leavewell/server/memory';
import { createFixtureClock, fixtureNow } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startServer } from './start-server.ts';

const outboxRow = (id: string): OutboxRecord => ({
  tenantId: 'acme',
  id,
  task: {
    kind: 'send',
    message: {
      kind: 'verification_code',
      channel: 'sms',
      id,
      tenantId: 'acme',
      memberId: 'li-wen',
      memberName: 'Li Wen',
      language: 'en',
      to: '+8613800002207',
      code: '424242',
      planName: 'Professional',
      command: 'cancelRenewal',
      minutesValid: 10,
    },
  },
  createdAt: fixtureNow,
  dueAt: fixtureNow,
  attempts: 0,
  closedAt: null,
  isParked: false,
});

/** A runner over one message; `accepts` tells whether the gateway takes it. */
async function startRunner(accepts: () => boolean | Promise<boolean>) {
  const clock = createFixtureClock(fixtureNow);
  const store = createMemoryStore();
  const [sent, log]: [Message[], LogEntry[]] = [[], []];
  const sender = {
    send: async (message: Message) => {
      sent.push(message);
      if (!(await accepts())) throw new Error(`refused ${JSON.stringify(message)}`);
    },
  };
  const runner = () =>
    createServer({
      store,
      sender,
      clock,
      providers: [ledgerProvider()],
      hostKeys: [],
      sessionSecret: 'a-session-secret-of-32-characters',
      log: (entry) => log.push(entry),
    }).outbox;
  await store.transaction((rows) => rows.addToOutbox(outboxRow('message-1')));
  return { clock, store, sent, log, runner, run: () => runner().runOnce() };
}

test('a message that is accepted is sent once (DU4)', async () => {
  const { clock, sent, run } = await startRunner(() => true);
  assert.deepEqual([await run(), await run()], [1, 0]);
  clock.advance(24 * 3_600_000);
  assert.equal(await run(), 0);
  assert.equal(sent.length, 1);
});

test('a message that is refused comes again under the same id, each time after twice as long (DU4)', async () => {
  const { clock, sent, run } = await startRunner(() => sent.length >= 4);
  for (const minutes of [1, 2, 4]) {
    await run();
    clock.advance(minutes * 60_000 - 1);
    assert.equal(await run(), 0);
    // Up to a quarter later, so that what failed together does not come again together.
    clock.advance(minutes * 15_000 + 1);
  }
  assert.equal(await run(), 1);
  assert.deepEqual(
    sent.map(({ id }) => id),
    Array.from({ length: 4 }, () => 'message-1'),
  );
});

test('a message that nobody takes is parked after ten tries, with a line in the log that tells no secret (DU4, PR2)', async () => {
  const { clock, store, sent, log, run } = await startRunner(() => false);
  for (let day = 0; day < 30; day += 1) {
    await run();
    clock.advance(24 * 3_600_000);
  }
  assert.equal(sent.length, 10);
  assert.deepEqual(await store.read((rows) => rows.dueOutbox('2099-01-01T00:00:00Z', 10)), []);
  assert.match(log.at(-1)?.message ?? '', /message-1 parked after 10 tries: Error: refused/);
  for (const secret of ['424242', '13800002207']) assert.ok(!JSON.stringify(log).includes(secret), secret);
});

test('two runners at once send a message once (DU4)', async () => {
  const gate = Promise.withResolvers<boolean>();
  const { sent, run } = await startRunner(() => gate.promise);
  const runs = [run(), run()];
  gate.resolve(true);
  assert.deepEqual((await Promise.all(runs)).toSorted(), [0, 1]);
  assert.equal(sent.length, 1);
});

test('a runner that dies while sending leaves the message to the next (DU4)', async () => {
  const sending = Promise.withResolvers<void>();
  const server = await startRunner(() => {
    sending.resolve();
    return server.sent.length === 1 ? new Promise<boolean>(() => {}) : true;
  });
  void server.run();
  await sending.promise;
  assert.equal(await server.run(), 0);
  server.clock.advance(75_000);
  assert.equal(await server.run(), 1);
});

test('a runner that was started works on its own until it is stopped', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const arrived = Promise.withResolvers<void>();
  const { sent, runner } = await startRunner(() => {
    arrived.resolve();
    return true;
  });
  const stop = runner().start(30_000);
  t.mock.timers.tick(29_999);
  assert.equal(sent.length, 0);
  t.mock.timers.tick(1);
  await arrived.promise;
  await stop();
  t.mock.timers.tick(300_000);
  assert.equal(sent.length, 1);
});

test('a store that fails is a line in the log, never an unhandled rejection', async () => {
  const { store, log, runner } = await startRunner(() => true);
  await store.close();
  runner().kick();
  await assert.rejects(runner().runOnce(), { code: 'store_unavailable' });
  assert.equal(log.at(-1)?.message, 'outbox: run failed');
});

test('a mail that cannot be sent does not undo or delay the cancelling (DU4)', async () => {
  const refusing = { send: async () => Promise.reject(new Error('no mail today')) };
  const server = await startServer({ sender: refusing, policy: { place: 'CN' } });
  const liWen = await server.member();
  const { membership } = await liWen.ok('cancelRenewal', { id: 'm_pro', key: 'intent-0001' });
  assert.equal(membership.renewal, 'off');
  const due = await server.store.read((rows) => rows.dueOutbox('2026-11-23T00:00:00Z', 10));
  assert.deepEqual(
    due.map(({ task }) => task.kind),
    ['send'],
  );
});
