import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BillingProvider } from '@leavewell/server';
import { providerContractSuite } from '@leavewell/server/testing';
import { openPaddleHarness } from './paddle/a-paddle-harness.ts';

type Provider = Required<BillingProvider>;

/** The titles of the sentences that a provider with this fault does not keep to. */
async function brokenBy(fault: (right: Provider) => Partial<Provider>): Promise<string> {
  const tests: { readonly title: string; readonly run: () => Promise<void> }[] = [];
  const open = async () => {
    const harness = await openPaddleHarness();
    return { ...harness, provider: { ...harness.provider, ...fault(harness.provider) } };
  };
  providerContractSuite({ name: '', asks: 'company', open, test: (title, run) => tests.push({ title, run }) });
  const outcomes = await Promise.allSettled(tests.map(({ run }) => run()));
  return tests.flatMap(({ title }, index) => (outcomes[index]?.status === 'rejected' ? title : [])).join('\n');
}

describe('the provider contract finds a provider that', () => {
  const table: ReadonlyArray<readonly [string, (right: Provider) => Partial<Provider>, RegExp]> = [
    [
      'says canceled without asking anyone',
      () => ({
        cancelRenewal: async ({ facts }, { by, at }) => ({
          facts: { ...facts, renewal: 'off', renewalOff: { by, at: at.toISOString() }, cancelBy: null },
          reference: 'made-up',
        }),
      }),
      /company itself stops charging/,
    ],
    [
      'tells again by itself when a reply is lost',
      ({ cancelRenewal }) => ({ cancelRenewal: (s, c) => cancelRenewal(s, c).catch(() => cancelRenewal(s, c)) }),
      /lost is never guessed/,
    ],
    [
      'takes what it cannot read for canceled',
      ({ read }) => ({
        read: (subject, now) => read(subject, now).catch(() => ({ ...subject.facts, renewal: 'off' as const })),
      }),
      /cannot be reached is unavailable/,
    ],
    [
      'says nothing of what is missing',
      ({ read }) => ({ read: (s, now) => read(s, now).catch(() => s.facts) }),
      /missing/,
    ],
    [
      'ends the period with the cancellation',
      ({ cancelRenewal }) => ({
        cancelRenewal: async (subject, command) => {
          const { facts, reference } = await cancelRenewal(subject, command);
          return { facts: { ...facts, periodEndsAt: command.at.toISOString() }, reference };
        },
      }),
      /leaves the period as it is/,
    ],
    [
      'takes every notice',
      () => ({ notice: async (body) => ({ id: body.slice(0, 9), references: [] }) }),
      /another secret, or with an empty one/,
    ],
    [
      'reads a notice with the real clock',
      ({ notice }) => ({ notice: (body, headers) => notice(body, headers, new Date('2026-11-22T08:00:00Z')) }),
      /older than five minutes/,
    ],
    ['lists nobody', () => ({ list: async () => [] }), /list of a customer/],
    [
      'ends and keeps the money',
      ({ withdraw, cancelRenewal }) => ({
        withdraw: async (subject, command) => {
          const { facts, reference } = await cancelRenewal(subject, command).catch(() => withdraw(subject, command));
          return { facts: { ...facts, endedAt: command.at.toISOString(), payment: 'refunded' }, reference };
        },
      }),
      /newest charge goes back in full and once/,
    ],
    [
      'withdraws again by itself when a reply is lost',
      ({ withdraw }) => ({ withdraw: (s, c) => withdraw(s, c).catch(() => withdraw(s, c)) }),
      /gives nothing back twice/,
    ],
    [
      'takes a refusal of the money for a withdrawal',
      ({ withdraw, read }) => ({
        withdraw: (s, c) =>
          withdraw(s, c).catch(async () => ({ facts: await read(s, c.at), reference: 'made-up' })),
      }),
      /will not give back is refused/,
    ],
    [
      'counts money in whole euros',
      ({ orders }) => ({
        orders: async (s) => (await orders(s)).map((order) => ({ ...order, amount: order.amount / 100_000 })),
      }),
      /minor units/,
    ],
  ];
  for (const [what, fault, sentence] of table) {
    it(what, async () => assert.match(await brokenBy(fault), sentence));
  }

  it('has none of these faults: then every sentence holds', async () => assert.equal(await brokenBy(() => ({})), ''));
});
