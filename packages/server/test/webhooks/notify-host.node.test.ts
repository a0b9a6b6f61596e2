import { HostEvent } from '@leavewell/contract';
import { nodeWebhookTransport } from '@leavewell/server/node';
import type { WebhookAddress } from '@leavewell/server';
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { startCompanyServer } from '../checks/start-company-server.ts';
import { startSink, type Fault, type Received } from './start-sink.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const secretOf = (letter: string) => `whsec_${btoa(letter.repeat(32).slice(0, 32))}`;
const secret = secretOf('a');

/** The name is not looked up where a test runs, but leads to the sink. */
const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
const transport = nodeWebhookTransport({ allowPrivate: true, timeoutMs: 100, resolve });

/** A tenant with a sink for its events; `happen` makes one event. */
async function startNotified(t: TestContext, webhook: Partial<WebhookAddress> = {}, others: WebhookAddress[] = []) {
  const sink = await startSink(t);
  const webhooks = [{ tenantId: 'acme', url: `${sink.url}/hooks`, secrets: [secret], ...webhook }, ...others];
  const server = await startCompanyServer({ webhooks, webhookTransport: transport });
  await server.subscribe('sub');
  let cards = 1000;
  const happen = async () => {
    cards += 1;
    await server.deliver(server.company.change('sub', { paymentMethod: { brand: 'visa', last4: String(cards) } }));
    await server.runDue();
  };
  return { sink, server, happen, webhooks };
}

type Notified = Awaited<ReturnType<typeof startNotified>>;

/** What Standard Webhooks' own library makes of a delivery, at the moment of the server's clock. */
function judge(t: TestContext, { server }: Notified, { headers, body }: Received, by = secret): unknown {
  t.mock.timers.enable({ apis: ['Date'], now: server.clock.now() });
  try {
    return new Webhook(by).verify(body, {
      'webhook-id': String(headers['webhook-id']),
      'webhook-timestamp': String(headers['webhook-timestamp']),
      'webhook-signature': String(headers['webhook-signature']),
    });
  } finally {
    t.mock.timers.reset();
  }
}

/** Rows of deliveries, as they are now. */
async function deliveries({ server }: Notified) {
  const rows = await server.store.read((all) => all.dueOutbox('2099-01-01T00:00:00Z', 100));
  return rows.filter(({ task }) => task.kind === 'notify');
}

test('a host hears of an event in the words of the feed, in a delivery that Standard Webhooks verifies (WH4)', async (t) => {
  const notified = await startNotified(t);
  await notified.happen();
  const [delivery, ...more] = notified.sink.received;
  assert.ok(delivery);
  assert.deepEqual(more, []);
  const [event] = (await notified.server.host.ok('listEvents')).items;
  assert.deepEqual(judge(t, notified, delivery), event);
  assert.deepEqual(HostEvent.parse(JSON.parse(delivery.body)), event);
  assert.equal(delivery.headers['webhook-id'], event?.id);
  assert.equal(delivery.headers['webhook-timestamp'], String(notified.server.clock.now().getTime() / 1000));
  assert.equal(delivery.headers['content-type'], 'application/json');
  assert.equal(delivery.method, 'POST');
  assert.deepEqual(await deliveries(notified), []);
});

test('a delivery that was changed, or is signed by another, does not verify (WH4)', async (t) => {
  const notified = await startNotified(t);
  await notified.happen();
  const [delivery] = notified.sink.received;
  assert.ok(delivery);
  const { headers, body } = delivery;
  assert.throws(() => judge(t, notified, { ...delivery, body: body.replace('"version":2', '"version":3') }));
  assert.throws(() => judge(t, notified, { ...delivery, headers: { ...headers, 'webhook-id': 'evt_other' } }));
  assert.throws(() => judge(t, notified, delivery, secretOf('b')));
  notified.server.clock.advance(6 * minute);
  assert.throws(() => judge(t, notified, delivery), /too old/);
});

test('while a secret is rotated both sign, so that a host may take up the new one when it likes (WH4)', async (t) => {
  const notified = await startNotified(t, { secrets: [secretOf('new'), secretOf('old')] });
  await notified.happen();
  const [delivery] = notified.sink.received;
  assert.ok(delivery);
  judge(t, notified, delivery, secretOf('new'));
  judge(t, notified, delivery, secretOf('old'));
  assert.throws(() => judge(t, notified, delivery, secretOf('b')));
});

/** WH4: what becomes of a delivery, by how the address answers at first. */
const table: Readonly<Record<Fault, 'taken' | 'tried again' | 'disabled'>> = {
  ok: 'taken',
  created: 'taken',
  talksOn: 'taken',
  gone: 'disabled',
  fails: 'tried again',
  refuses: 'tried again',
  busy: 'tried again',
  movesOn: 'tried again',
  movesInside: 'tried again',
  never: 'tried again',
  resets: 'tried again',
  garbage: 'tried again',
};

for (const [fault, becomes] of Object.entries(table)) {
  test(`an event for an address of the kind "${fault}" is ${becomes} (WH4)`, async (t) => {
    const notified = await startNotified(t);
    const { sink, server, happen } = notified;
    sink.answer('/hooks', isFault(fault) ? fault : 'ok');
    await happen();
    assert.deepEqual([sink.received.length, sink.connections()], [1, 1]);
    sink.answer('/hooks', 'ok');
    server.clock.advance(2 * minute);
    await server.runDue();
    await happen();
    const expected = { taken: [1, 2], 'tried again': [1, 1, 2], disabled: [1] }[becomes];
    const { items } = await server.host.ok('listEvents');
    assert.deepEqual(
      sink.received.map(({ headers }) => headers['webhook-id']),
      expected.map((number) => items[number - 1]?.id),
    );
    assert.deepEqual(new Set(sink.received.map(({ path }) => path)), new Set(['/hooks']));
    assert.deepEqual(await deliveries(notified), []);
  });
}

function isFault(name: string): name is Fault {
  return name in table;
}

test('every try of a delivery has the same id and body, and is signed at its own time (WH4)', async (t) => {
  const notified = await startNotified(t);
  const { sink, server, happen } = notified;
  sink.answer('/hooks', 'fails');
  await happen();
  server.clock.advance(10 * minute);
  sink.answer('/hooks', 'ok');
  await server.runDue();
  const [first, second] = sink.received;
  assert.ok(first && second);
  judge(t, notified, second);
  assert.equal(second.headers['webhook-id'], first.headers['webhook-id']);
  assert.equal(second.body, first.body);
  const waited = Number(second.headers['webhook-timestamp']) - Number(first.headers['webhook-timestamp']);
  assert.equal(waited, 600);
});

test('deliveries that failed together are not all tried again at the same moment (WH4)', async (t) => {
  const notified = await startNotified(t);
  notified.sink.answer('/hooks', 'fails');
  for (let count = 0; count < 20; count += 1) await notified.happen();
  assert.ok(new Set((await deliveries(notified)).map(({ dueAt }) => dueAt)).size > 1);
});

test('an address that never takes anything is given up after ten tries, and the event stays in the feed (DU4)', async (t) => {
  const notified = await startNotified(t);
  const { sink, server, happen } = notified;
  sink.answer('/hooks', 'fails');
  await happen();
  for (let count = 0; count < 30; count += 1) {
    server.clock.advance(day);
    await server.runDue();
  }
  assert.equal(sink.received.length, 10);
  assert.equal((await server.host.ok('listEvents')).items.length, 1);
  assert.deepEqual(await deliveries(notified), []);
});

test('an address that is gone is told to the operator once, without its path (WH4)', async (t) => {
  const notified = await startNotified(t);
  const { sink, server, happen } = notified;
  sink.answer('/hooks', 'gone');
  for (let count = 0; count < 3; count += 1) await happen();
  const lines = server.log.filter(({ message }) => message.includes('410'));
  assert.deepEqual(
    lines.map(({ message }) => message),
    [`webhook: ${sink.url} of acme answered 410 and hears nothing more`],
  );
});

test('one address that is gone does not silence another of the same host (WH4)', async (t) => {
  const second = await startSink(t);
  const notified = await startNotified(t, {}, [{ tenantId: 'acme', url: `${second.url}/hooks`, secrets: [secret] }]);
  notified.sink.answer('/hooks', 'gone');
  await notified.happen();
  await notified.happen();
  assert.deepEqual([notified.sink.received.length, second.received.length], [1, 2]);
});

test('an address that the operator took away hears nothing of what was still to be told (WH5)', async (t) => {
  const notified = await startNotified(t);
  const { sink, server, webhooks, happen } = notified;
  sink.answer('/hooks', 'fails');
  await happen();
  webhooks.length = 0;
  server.clock.advance(day);
  await server.runDue();
  assert.equal(sink.received.length, 1);
  assert.deepEqual(await deliveries(notified), []);
});

test('nothing in the log tells a secret or the path of an address (PR2)', async (t) => {
  const { sink, server, happen } = await startNotified(t);
  sink.answer('/hooks', 'fails');
  await happen();
  const text = JSON.stringify(server.log);
  for (const hidden of ['/hooks', secret, secret.slice('whsec_'.length)]) assert.ok(!text.includes(hidden), hidden);
});
