import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { browserPasskey, createPasskey } from '../../src/client/passkey.ts';
import { assertion, passkeyVerification } from '../wire-fixtures.ts';

const request = passkeyVerification().passkey;
const creation = { challenge: 'Y2g', rp: { name: 'Host' }, user: { id: 'bQ', name: 'li-wen', displayName: 'Li Wen' }, pubKeyCredParams: [] };

type Made = { readonly toJSON: () => unknown } | null;

/** A browser with an authenticator that answers like this. */
function browserWith(answer: (options: CredentialRequestOptions & CredentialCreationOptions) => Promise<Made>): void {
  const credentials = { get: answer, create: answer };
  const parse = (json: object) => ({ parsed: json });
  const value = { parseRequestOptionsFromJSON: parse, parseCreationOptionsFromJSON: parse };
  Object.defineProperty(globalThis, 'PublicKeyCredential', { value, configurable: true });
  Object.defineProperty(globalThis, 'navigator', { value: { credentials }, configurable: true });
}

const ownNavigator = Object.getOwnPropertyDescriptor(globalThis, 'navigator');

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'PublicKeyCredential');
  if (ownNavigator) Object.defineProperty(globalThis, 'navigator', ownNavigator);
});

test('where the browser has no WebAuthn, or not its JSON methods, there is nobody to ask (P3)', async () => {
  assert.equal(browserPasskey(), undefined);
  assert.equal(await createPasskey(creation), null);
  Object.defineProperty(globalThis, 'PublicKeyCredential', { value: class {}, configurable: true });
  assert.equal(browserPasskey(), undefined);
  assert.equal(await createPasskey(creation), null);
});

test('the authenticator is asked what the server wants to know, and what it signed fits the server (S21)', async () => {
  assert.ok(request);
  const asked: unknown[] = [];
  browserWith(async (options) => {
    asked.push(options);
    const more = { authenticatorAttachment: 'platform', clientExtensionResults: {}, aFieldOfTomorrow: 1 };
    return { toJSON: () => ({ ...assertion, ...more, response: { ...assertion.response, aFieldOfTomorrow: 1 } }) };
  });
  const { signal } = new AbortController();
  assert.deepEqual(await browserPasskey()?.(request, { signal }), assertion);
  assert.deepEqual(asked, [{ publicKey: { parsed: request }, signal }]);
});

test('a member who dismisses it, and a browser that answers something else, count as no answer (P3)', async () => {
  assert.ok(request);
  const answers: (() => Promise<Made>)[] = [
    async () => Promise.reject(new DOMException('The operation was not allowed.', 'NotAllowedError')),
    async () => null,
    async () => ({ toJSON: () => ({ id: 'x', rawId: 'x', type: 'public-key', response: {} }) }),
  ];
  for (const answer of answers) {
    browserWith(answer);
    assert.equal(await browserPasskey()?.(request, {}), null);
    assert.equal(await createPasskey(creation), null);
  }
});

test('a new passkey is made of what the server asks for, and fits what it takes', async () => {
  const response = { attestationObject: 'YQ', clientDataJSON: 'e30', transports: ['internal'], publicKey: 'cGs' };
  let times = 0;
  browserWith(async () => {
    times += 1;
    return { toJSON: () => ({ id: 'a2V5', rawId: 'a2V5', type: 'public-key', response, aFieldOfTomorrow: 1 }) };
  });
  assert.deepEqual(await createPasskey(creation), { id: 'a2V5', rawId: 'a2V5', type: 'public-key', response });
  assert.equal(times, 1);
});
