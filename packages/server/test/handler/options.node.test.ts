import { ledgerProvider } from '@leavewell/providers/ledger';
import { createHandler, type HandlerOptions } from '@leavewell/server';
import { createMemoryStore } from '@leavewell/server/memory';
import assert from 'node:assert/strict';
import { test } from 'node:test';

const good: HandlerOptions = {
  store: createMemoryStore(),
  providers: [ledgerProvider()],
  sender: { send: async () => {} },
  hostKeys: [{ tenantId: 'acme', secret: 'x'.repeat(16) }],
  sessionSecret: 'x'.repeat(32),
};

const ledger = ledgerProvider();
const key = good.hostKeys[0];
assert.ok(key);

/** Options that could not work or would not be safe, as JavaScript may give them, and what the error names. */
const bad: [string, object, RegExp][] = [
  ['no store', { store: undefined }, /"store"/],
  ['no sender', { sender: {} }, /"sender"/],
  ['no session secret', { sessionSecret: undefined }, /"sessionSecret".*32/],
  ['a short session secret', { sessionSecret: 'x'.repeat(31) }, /"sessionSecret".*not 31/],
  ['no host keys', { hostKeys: undefined }, /"hostKeys"/],
  ['a short host key', { hostKeys: [key, { tenantId: 'acme', secret: 'x'.repeat(15) }] }, /"hostKeys\[1\].secret".*16/],
  ['a host key of nobody', { hostKeys: [{ tenantId: '', secret: 'x'.repeat(16) }] }, /"hostKeys\[0\].tenantId"/],
  ['one secret for two tenants', { hostKeys: [key, { ...key, tenantId: 'other' }] }, /"hostKeys".*alike/],
  ['no provider', { providers: [] }, /"providers"/],
  ['two providers of one name', { providers: [ledger, ledgerProvider()] }, /"ledger" is given twice/],
  ['a provider without a name', { providers: [{ ...ledger, name: '' }] }, /"providers".*1 to 40/],
  [
    'a method nobody verifies',
    { policy: { place: 'CN', wishes: { CN: { verification: ['passkey'] } } } },
    /"policy.wishes.CN".*"passkey".*sms_code/,
  ],
  [
    'a setting that breaks a rule (DE-312k-2-nologin)',
    { policy: { place: 'DE', wishes: { DE: { verification: ['sms_code'] } } } },
    /"policy.wishes.DE.verification".*DE-312k-2-nologin.*LG Köln/,
  ],
  [
    'an offer before the confirmation (MN-325G-nosave)',
    { policy: { wishes: { MN: { offer: 'before' } } } },
    /"policy.wishes.MN.offer".*MN-325G-nosave.*325G/,
  ],
  ['a place without a profile', { policy: { place: 'ATLANTIS' } }, /"policy".*"ATLANTIS".*BASE, CN/],
  ['two verifiers of one method', { verifiers: [{ method: 'sms_code' }, { method: 'sms_code' }] }, /"verifiers"/],
  ['a mount path that ends with a slash', { mountPath: '/leavewell/' }, /"mountPath"/],
  ['a mount path without a slash', { mountPath: 'leavewell' }, /"mountPath"/],
  ['an origin with a path', { allowedOrigins: ['https://www.example.com/'] }, /"allowedOrigins"/],
  ['any origin', { allowedOrigins: ['*'] }, /"allowedOrigins"/],
  ['no page as an origin', { allowedOrigins: ['null'] }, /"allowedOrigins"/],
];

for (const [what, change, message] of bad) {
  test(`a host that gives ${what} hears which option and what to give instead (WH1)`, () => {
    const options: unknown = { ...good, ...change };
    assert.throws(() => Reflect.apply(createHandler, null, [options]), { name: 'TypeError', message });
  });
}

test('a secret is never part of the message', () => {
  const secret = 'short-secret';
  for (const change of [{ sessionSecret: secret }, { hostKeys: [{ tenantId: 'acme', secret }] }]) {
    assert.throws(
      () => createHandler({ ...good, ...change }),
      (error: Error) => !error.message.includes(secret),
    );
  }
});

test('a handler mounted at the root answers there', async () => {
  const response = await createHandler(good)(new Request('https://host.example/healthz'));
  assert.equal(response.status, 200);
});
