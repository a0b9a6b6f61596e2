import { ledgerProvider } from '@leavewell/providers/ledger';
import { createHandler } from '@leavewell/server';
import { createMemoryStore } from '@leavewell/server/memory';
import { nodeWebhookTransport } from '@leavewell/server/node';
import assert from 'node:assert/strict';
import { test } from 'node:test';

const secret = `whsec_${btoa('s'.repeat(32))}`;
const webhook = { tenantId: 'acme', url: 'https://www.example.com/hooks', secrets: [secret] };
const webhookTransport = nodeWebhookTransport();
const allowing = nodeWebhookTransport({ allowPrivate: true });

function create(change: object): void {
  const options: unknown = {
    store: createMemoryStore(),
    providers: [ledgerProvider()],
    sender: { send: async () => {} },
    hostKeys: [{ tenantId: 'acme', secret: 'x'.repeat(16) }],
    sessionSecret: 'x'.repeat(32),
    webhookTransport,
    ...change,
  };
  Reflect.apply(createHandler, null, [options]);
}

const withUrl = (url: unknown) => ({ webhooks: [{ ...webhook, url }] });
const withSecrets = (secrets: unknown) => ({ webhooks: [{ ...webhook, secrets }] });

/** Settings that could not work or would not be safe, as JavaScript may give them, and what the error names. */
const bad: readonly [string, object, RegExp][] = [
  ['no list', { webhooks: webhook }, /"webhooks".*list/],
  ['nobody to post', { webhooks: [webhook], webhookTransport: undefined }, /"webhookTransport".*nodeWebhookTransport/],
  ['nobody to hear for', { webhooks: [{ ...webhook, tenantId: '' }] }, /"webhooks\[0\].tenantId"/],
  ['no address', withUrl(undefined), /"webhooks\[0\].url".*whole address/],
  ['half an address', withUrl('/hooks'), /"webhooks\[0\].url".*whole address/],
  ['an address in the clear', withUrl('http://www.example.com/hooks'), /"webhooks\[0\].url".*https:/],
  ['an address that is no place', withUrl('file:///etc/passwd'), /"webhooks\[0\].url".*https:/],
  ['an address with a password', withUrl('https://me:word@www.example.com/'), /"webhooks\[0\].url".*password/],
  ['an address with a fragment', withUrl('https://www.example.com/#hooks'), /"webhooks\[0\].url".*fragment/],
  ['the own machine in the clear', withUrl('http://localhost/hooks'), /"webhooks\[0\].url".*allowsPrivate/],
  [
    'a neighbor in the clear',
    { ...withUrl('http://192.168.1.2/hooks'), webhookTransport: allowing },
    /"webhooks\[0\].url".*own machine/,
  ],
  ['one address twice', { webhooks: [webhook, { ...webhook }] }, /"webhooks\[1\].url".*once/],
  ['no secrets', withSecrets(undefined), /"webhooks\[0\].secrets"/],
  ['an empty list of secrets', withSecrets([]), /"webhooks\[0\].secrets".*at least one/],
  ['an empty secret', withSecrets([secret, '']), /"webhooks\[0\].secrets".*whsec_/],
  ['a secret without its prefix', withSecrets([secret.slice(6)]), /"webhooks\[0\].secrets".*whsec_/],
  ['a secret that is no base64', withSecrets(['whsec_!!!!']), /"webhooks\[0\].secrets".*base64/],
  ['a short secret', withSecrets([`whsec_${btoa('s'.repeat(23))}`]), /"webhooks\[0\].secrets".*24/],
  ['a secret that is too long', withSecrets([`whsec_${btoa('s'.repeat(65))}`]), /"webhooks\[0\].secrets".*64/],
];

for (const [what, change, message] of bad) {
  test(`an operator who gives ${what} hears which option and what to give instead (WH5)`, () => {
    assert.throws(() => create(change), { name: 'TypeError', message });
  });
}

test('webhooks that can work are taken', () => {
  create({ webhooks: [webhook, { ...webhook, tenantId: 'other' }, { ...webhook, url: 'https://two.example/?key=1' }] });
  create({ webhooks: [{ ...webhook, secrets: [secret, `whsec_${btoa('t'.repeat(24))}`] }] });
  create({ ...withUrl('http://127.0.0.1:8080/hooks'), webhookTransport: allowing });
  create({ webhooks: [], webhookTransport: undefined });
});

test('the secret is never part of the message', () => {
  const short = 'whsec_c2hvcnQtc2VjcmV0';
  assert.throws(
    () => create(withSecrets([short])),
    (error: Error) => !error.message.includes(short.slice(6)),
  );
});
