import type { BillingFacts } from '@leavewell/contract';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompanyEvent } from '../checks/notifying-company.ts';
import { startCompanyServer, type CompanyServer } from '../checks/start-company-server.ts';

/** A year in the life of a subscription. What comes later takes back what came before, so that a late word is a lie. */
const year: readonly Partial<BillingFacts>[] = [
  { payment: 'past_due', graceEndsAt: '2027-01-10T16:00:00Z' },
  { payment: 'ok', graceEndsAt: null, periodStartsAt: '2026-12-31T16:00:00Z', periodEndsAt: '2027-12-31T16:00:00Z' },
  { renewal: 'off', renewalOff: { by: 'provider', at: '2027-02-01T08:00:00Z' } },
  { renewal: 'on', renewalOff: null },
  { paymentMethod: { brand: 'visa', last4: '4242' } },
  { renewal: 'off', renewalOff: { by: 'provider', at: '2027-05-01T08:00:00Z' } },
];

/** Lets the year pass as far as a notice may be about it, and hands the notices out. */
function liveThrough({ company }: CompanyServer, reference: string) {
  const events: CompanyEvent[] = [];
  return (index: number): CompanyEvent => {
    while (events.length <= index) events.push(company.change(reference, year[events.length] ?? {}));
    const event = events[index];
    assert.ok(event);
    return event;
  };
}

function permutationsOf(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  const without = (item: number) => permutationsOf(items.filter((other) => other !== item));
  return items.flatMap((item) => without(item).map((rest) => [item, ...rest]));
}

test('six notices in each of their 720 orders, with repeats, end in the state of a fresh read, and repeats make nobody ask (WH2)', async () => {
  const orders = permutationsOf([0, 1, 2, 3, 4, 5]);
  assert.equal(orders.length, 720);
  let server = await startCompanyServer();
  for (const [number, order] of orders.entries()) {
    // A store that is kept small is a fast one.
    if (number % 60 === 0) server = await startCompanyServer();
    const reference = order.join('-');
    await server.subscribe(reference);
    const eventAt = liveThrough(server, reference);
    for (const [place, index] of order.entries()) {
      const repeated = place % 2 === 0 ? index : (order[place - 1] ?? index);
      for (const one of [index, repeated]) assert.equal(await server.deliver(eventAt(one)), 200);
      await server.runDue();
    }
    await server.deliver(eventAt(order[5] ?? 0));
    await server.runDue();
    assert.deepEqual(await server.factsOf(reference), server.company.factsOf(reference), reference);
    const reads = server.company.reads.filter((read) => read === reference).length;
    // Once for each notice, and once more where renewal was not as we knew it.
    assert.ok(reads > order.length && reads <= 2 * (1 + order.length), `${reference}: ${reads} reads`);
  }
});

/** What may happen between a company and us: it changes, a notice of a change arrives or not, due work is done. */
type Step = { readonly kind: 'change' | 'run' | 'hour' } | { readonly kind: 'deliver'; readonly pick: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom<Step>({ kind: 'change' }, { kind: 'run' }, { kind: 'hour' }),
  fc.nat(100).map((pick): Step => ({ kind: 'deliver', pick })),
);

test('whatever is changed, lost, repeated or late, the state after the next check is that of a fresh read (WH2, WH3)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const server = await startCompanyServer();
      await server.subscribe('sub');
      const events: CompanyEvent[] = [];
      const does: Record<Step['kind'], (pick: number) => Promise<unknown>> = {
        change: async () => events.push(server.company.change('sub', year[events.length % year.length] ?? {})),
        run: () => server.runDue(),
        hour: async () => server.clock.advance(3_600_000),
        deliver: async (pick) => {
          const event = events[pick % (events.length || 1)];
          if (event) assert.equal(await server.deliver(event), 200);
        },
      };
      for (const one of steps) await does[one.kind]('pick' in one ? one.pick : 0);
      server.clock.advance(3_600_000);
      await server.runDue();
      assert.deepEqual(await server.factsOf('sub'), server.company.factsOf('sub'));
    }),
    { numRuns: 100, seed: 20_261_122 },
  );
});

test('a notice that arrives three days late changes nothing that is known, and is no error (WH2)', async () => {
  const server = await startCompanyServer();
  await server.subscribe('sub');
  const late = server.company.change('sub', year[2] ?? {});
  assert.equal(await server.deliver(server.company.change('sub', year[3] ?? {})), 200);
  await server.runDue();
  const before = await server.stored('sub');
  server.clock.advance(3 * 24 * 3_600_000);
  assert.equal(await server.deliver(late), 200);
  await server.runDue();
  assert.deepEqual(await server.stored('sub'), before);
  assert.equal(before.facts.renewal, 'on');
});

test('a notice that is delivered twenty times at once makes the company be asked once (WH2)', async () => {
  const server = await startCompanyServer();
  await server.subscribe('sub');
  const event = server.company.change('sub', year[0] ?? {});
  const statuses = await Promise.all(Array.from({ length: 20 }, () => server.deliver(event)));
  assert.deepEqual(new Set(statuses), new Set([200]));
  await server.runDue();
  assert.deepEqual(server.company.reads, ['sub', 'sub']);
});

test('what the company answers before a notice is never stored after it (WH2)', async () => {
  const server = await startCompanyServer();
  await server.subscribe('sub');
  await server.deliver(server.company.change('sub', year[0] ?? {}));
  const hold = server.company.holdRead();
  const running = server.runDue();
  await hold.reached;
  await server.deliver(server.company.change('sub', year[1] ?? {}));
  hold.release();
  await running;
  assert.deepEqual(await server.factsOf('sub'), server.company.factsOf('sub'));
  const { items } = await server.host.ok('listEvents');
  assert.deepEqual(
    items.map(({ type, data }) => [type, data.version]),
    [['membership.updated', 2]],
  );
});
