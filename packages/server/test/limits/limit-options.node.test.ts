import { ledgerProvider } from '@leavewell/providers/ledger';
import { createHandler, type HandlerOptions } from '@leavewell/server';
import { createMemoryStore } from '@leavewell/server/memory';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { limitTable } from '../../src/limits/limit-table.ts';

const good: HandlerOptions = {
  store: createMemoryStore(),
  providers: [ledgerProvider()],
  sender: { send: async () => {} },
  hostKeys: [{ tenantId: 'acme', secret: 'x'.repeat(16) }],
  sessionSecret: 'x'.repeat(32),
};

/** What could not work or would not be safe, as JavaScript may give it, and what the error names. */
const bad: readonly (readonly [string, object, RegExp])[] = [
  ['a proxy by name', { trustedProxies: ['proxy.internal'] }, /"trustedProxies".*"proxy.internal".*10\.0\.0\.0\/8/],
  ['a proxy range that is none', { trustedProxies: ['10.0.0.0/40'] }, /"trustedProxies".*"10.0.0.0\/40"/],
  ['a proxy that is no text', { trustedProxies: [7] }, /"trustedProxies"/],
  ['proxies that are no list', { trustedProxies: '10.0.0.0/8' }, /"trustedProxies".*list/],
  ['a limit nobody knows', { limits: { requestsPerMinute: 5 } }, /"limits.requestsPerMinute".*requestsPerAddress/],
  ['a limit from a prototype', { limits: { constructor: 5 } }, /"limits.constructor"/],
  ['no requests at all', { limits: { requestsPerAddress: 0 } }, /"limits.requestsPerAddress".*"off"/],
  ['half a request', { limits: { requestsPerAddress: 1.5 } }, /"limits.requestsPerAddress"/],
  ['a number as text', { limits: { codesPerNumber: '5' } }, /"limits.codesPerNumber"/],
  ['no end', { limits: { codesPerNumber: Infinity } }, /"limits.codesPerNumber".*"off"/],
  ['more guesses than are safe', { limits: { wrongCodesPerMember: 8 } }, /"limits.wrongCodesPerMember".*1 to 7/],
  ['guesses without end', { limits: { wrongCodesPerMember: 'off' } }, /"limits.wrongCodesPerMember".*1 to 7/],
];

for (const [what, change, message] of bad) {
  test(`a host that gives ${what} hears which option and what to give instead (RL1, WH1)`, () => {
    const options: unknown = { ...good, ...change };
    assert.throws(() => Reflect.apply(createHandler, null, [options]), { name: 'TypeError', message });
  });
}

test('every limit can be given another number, and every one but that of guesses can be switched off', () => {
  for (const name of Object.keys(limitTable)) {
    createHandler({ ...good, limits: { [name]: 1 } });
    if (name !== 'wrongCodesPerMember') createHandler({ ...good, limits: { [name]: 'off' } });
  }
  createHandler({ ...good, trustedProxies: ['10.0.0.7', '192.0.2.0/24', '::1', '2001:db8::/32'] });
});
