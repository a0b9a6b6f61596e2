import type { Receipt } from '@leavewell/contract';
import { createReceiptKey } from '@leavewell/server/receipts';
import { createInPageServer } from '@leavewell/testing';
import {
  isReceiptError,
  ReceiptError,
  verifyReceipt,
  type ReceiptErrorCode,
  type ReceiptKeySet,
} from '@leavewell/sdk/verify-receipt';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

let jws: string;
let keys: ReceiptKeySet;
let receipt: Receipt;

/** A receipt as a member gets it from a running server, and the keys as that server publishes them. */
before(async () => {
  const receiptKeys = [await createReceiptKey('2026-11-22')];
  const host = createInPageServer({ verification: false, handler: { receiptKeys } });
  const outcome = await host.client().cancelRenewal('m_pro', { idempotencyKey: 'intent-0001' });
  assert.ok(outcome.receipt);
  receipt = outcome.receipt;
  const authorization = `Bearer ${await host.getToken()}`;
  const ask = (path: string, headers: HeadersInit) => host.fetch(new Request(`${host.endpoint}${path}`, { headers }));
  jws = await (await ask(`/v1/receipts/${receipt.id}`, { authorization, accept: 'application/jose' })).text();
  keys = await (await ask('/.well-known/jwks.json', {})).json();
});

function encode(value: unknown): string {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
}

/** A text signed by a key that the verifier trusts. */
async function signed(header: object, payload: string) {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const text = `${encode(header)}.${encode(payload)}`;
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  const signature = await crypto.subtle.sign(algorithm, pair.privateKey, new TextEncoder().encode(text));
  const key = { ...(await crypto.subtle.exportKey('jwk', pair.publicKey)), kid: 'k' };
  return { text: `${text}.${Buffer.from(signature).toString('base64url')}`, keys: { keys: [key] } };
}

async function refused(code: ReceiptErrorCode, text: string, set: ReceiptKeySet = keys): Promise<void> {
  await assert.rejects(verifyReceipt(text, set), (error: unknown) => {
    assert.ok(isReceiptError(error) && error instanceof ReceiptError);
    assert.equal(error.code, code, text);
    assert.ok(error.message);
    return true;
  });
}

const header = { alg: 'ES256', kid: 'k', typ: 'leavewell-receipt+json' };

describe('a member checks a signed receipt years later, without asking anybody (P6)', () => {
  it('and reads in it what the server answered', async (context) => {
    context.mock.method(globalThis, 'fetch', () => assert.fail('something was asked'));
    assert.deepEqual(await verifyReceipt(jws, keys), { receipt });
  });

  it('with old keys beside the one that signed', async () => {
    const others = [(await signed(header, '{}')).keys.keys[0] ?? {}];
    assert.deepEqual((await verifyReceipt(jws, { keys: [...others, ...keys.keys] })).receipt, receipt);
  });

  it('and sees it when any one letter of it was changed', async () => {
    for (let index = 0; index < jws.length; index += 1) {
      const letter = jws.charAt(index);
      const other = letters.charAt((letters.indexOf(letter) + 1) % letters.length);
      const changed = jws.slice(0, index) + other + jws.slice(index + 1);
      await assert.rejects(verifyReceipt(changed, keys), isReceiptError, `letter ${index}`);
    }
  });

  it('and sees it when any one letter was taken away or the last stands for the same bytes', async () => {
    for (let index = 0; index < jws.length; index += 1) {
      await assert.rejects(verifyReceipt(jws.slice(0, index) + jws.slice(index + 1), keys), isReceiptError);
    }
    for (const letter of letters) {
      if (!jws.endsWith(letter)) await assert.rejects(verifyReceipt(jws.slice(0, -1) + letter, keys), isReceiptError);
    }
  });

  it('and sees it when any one byte of the receipt was changed and written anew', async () => {
    const [head = '', payload = '', signature = ''] = jws.split('.');
    const bytes = Buffer.from(payload, 'base64url');
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed[index] = (bytes[index] ?? 0) ^ 1;
      await refused('signature_wrong', `${head}.${changed.toString('base64url')}.${signature}`);
    }
  });
});

describe('the receipt that the docs are filled in with', () => {
  it('is genuine under the keys beside it, so that the page shows what it says', async () => {
    const page = readFileSync(new URL('../../../docs/pages/receipts.html', import.meta.url), 'utf8');
    const field = (id: string) => new RegExp(`<textarea id="${id}"[^>]*>([^<]*)<`).exec(page)?.[1] ?? '';
    const { receipt: shown } = await verifyReceipt(field('jws'), JSON.parse(field('keys')));
    assert.deepEqual([shown.id, shown.lastDay], ['CR-7F3K-29QD', '2026-12-31']);
    assert.ok(!field('keys').includes('"d"'));
  });
});

describe('what is no signed receipt is told apart', () => {
  it('a text that is no compact JWS', async () => {
    const parts = ['', 'x', 'a.b', `${jws}.x`, `.${jws}`, jws.replace('.', ',')];
    const spaced = [` ${jws}`, `${jws}\n`];
    const headers = ['[', 'null', '"x"'].map((text) => `${encode(text)}.e30.AAAA`);
    for (const text of [...parts, ...spaced, ...headers]) await refused('not_a_jws', text);
  });

  it('another algorithm, above all none, and what asks for more than we know', async () => {
    const [, payload = '', signature = ''] = jws.split('.');
    for (const alg of ['none', 'HS256', 'RS256', 'ES384', 'es256', undefined]) {
      await refused('wrong_algorithm', `${encode({ ...header, alg })}.${payload}.${signature}`);
    }
    await refused('wrong_algorithm', `${encode({ ...header, crit: ['exp'] })}.${payload}.${signature}`);
  });

  it('a signature by a key that is not among the given ones, or is none', async () => {
    await refused('unknown_key', jws, { keys: [] });
    await refused('unknown_key', jws, { keys: keys.keys.map((key) => ({ ...key, kid: 'another' })) });
    await refused('unknown_key', jws, { keys: keys.keys.map((key) => ({ ...key, kty: 'oct', k: 'AAAA' })) });
    await refused('unknown_key', jws, { keys: keys.keys.map((key) => ({ ...key, x: key.y ?? '', y: key.x ?? '' })) });
    const { text, keys: set } = await signed({ alg: 'ES256', typ: header.typ }, JSON.stringify(receipt));
    await refused('unknown_key', text, { keys: set.keys.map(({ kid: _, ...key }) => key) });
  });

  it('another key under the same name', async () => {
    const { keys: set } = await signed(header, '{}');
    await refused('signature_wrong', jws, { keys: set.keys.map((key) => ({ ...key, kid: '2026-11-22' })) });
  });

  it('something else that the site signed', async () => {
    for (const payload of ['{}', 'no JSON', JSON.stringify({ ...receipt, command: 'refundEverything' })]) {
      const { text, keys: set } = await signed(header, payload);
      await refused('not_a_receipt', text, set);
    }
    const token = await signed({ ...header, typ: 'JWT' }, JSON.stringify(receipt));
    await refused('not_a_receipt', token.text, token.keys);
    const good = await signed(header, JSON.stringify(receipt));
    assert.deepEqual((await verifyReceipt(good.text, good.keys)).receipt, receipt);
  });
});
