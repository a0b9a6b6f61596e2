import { createReceiptKey, type ReceiptKey } from '@leavewell/server/receipts';
import { importJWK, compactVerify, decodeProtectedHeader } from 'jose';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { base, hostKey } from '../handler/start-server.ts';
import { receiptKeysFault } from '../../src/receipts/check-receipt-keys.ts';
import { canceledMember, type CanceledMember } from './canceled-member.ts';

interface Published {
  readonly keys: readonly Readonly<Record<string, string>>[];
}

async function publishedBy({ server }: CanceledMember) {
  const response = await server.handler(new Request(`${base}/.well-known/jwks.json`));
  const set: Published = await response.clone().json();
  return { response, set };
}

/** What another implementation than ours makes of a signed receipt. */
async function verified(jws: string, { keys }: Published): Promise<string> {
  const { kid } = decodeProtectedHeader(jws);
  const key = keys.find((one) => one['kid'] === kid);
  assert.ok(key, `no key ${kid}`);
  const { payload } = await compactVerify(jws, await importJWK(key, 'ES256'), { algorithms: ['ES256'] });
  return new TextDecoder().decode(payload);
}

describe('a signed receipt (P6, RFC 7515)', () => {
  it('is verified by another implementation with the published keys, and holds the receipt', async () => {
    const member = await canceledMember({ receiptKeys: [await createReceiptKey('2026-11-22')] });
    const { headers, text } = await member.read('application/jose');
    assert.equal(headers.get('content-type'), 'application/jose');
    assert.deepEqual(decodeProtectedHeader(text), { alg: 'ES256', kid: '2026-11-22', typ: 'leavewell-receipt+json' });
    const payload = await verified(text, (await publishedBy(member)).set);
    assert.deepEqual(JSON.parse(payload), member.receipt);
  });

  it('has the same payload on every read, with its keys in order', async () => {
    const member = await canceledMember({ receiptKeys: [await createReceiptKey('one')] });
    const read = async () => (await member.read('application/jose')).text.split('.')[1] ?? '';
    const payload = await read();
    member.server.clock.set('2026-11-22T02:50:00Z');
    assert.equal(await read(), payload);
    const names = Object.keys(JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))));
    assert.deepEqual(names, names.toSorted());
  });

  it('of an old key is verified after a new one signs, and no longer once the old one is taken out', async () => {
    const [old, young] = [await createReceiptKey('old'), await createReceiptKey('young')];
    const before = await canceledMember({ receiptKeys: [old] });
    const jws = (await before.read('application/jose')).text;
    const after = async (receiptKeys: readonly ReceiptKey[]) => canceledMember({ receiptKeys });
    const rotated = await after([young, old]);
    assert.equal(decodeProtectedHeader((await rotated.read('application/jose')).text).kid, 'young');
    assert.ok(await verified(jws, (await publishedBy(rotated)).set));
    await assert.rejects(verified(jws, (await publishedBy(await after([young]))).set), /no key old/);
  });
});

describe('the public keys (RFC 7517)', () => {
  it('are for anybody on any page, for five minutes, and no secret is among them (PR1)', async () => {
    const key = await createReceiptKey('2026-11-22');
    const { response, set } = await publishedBy(await canceledMember({ receiptKeys: [key] }));
    const { x, y, d } = key.privateKey;
    assert.deepEqual(set, { keys: [{ kty: 'EC', crv: 'P-256', x, y, kid: '2026-11-22', use: 'sig', alg: 'ES256' }] });
    assert.ok(!(await response.text()).includes(d));
    const { headers } = response;
    assert.equal(headers.get('content-type'), 'application/jwk-set+json');
    assert.equal(headers.get('cache-control'), 'public, max-age=300');
    assert.equal(headers.get('access-control-allow-origin'), '*');
  });

  it('are an empty set where nothing is signed', async () => {
    assert.deepEqual((await publishedBy(await canceledMember())).set, { keys: [] });
  });

  it('appear in no log and in no other answer (PR2)', async () => {
    const key = await createReceiptKey('one');
    const member = await canceledMember({ receiptKeys: [key] });
    const types = ['application/json', 'text/html', 'application/jose'];
    const answers = await Promise.all(types.map(async (type) => (await member.read(type)).text));
    const said = [...answers, JSON.stringify(member.server.log)].join('\n');
    for (const secret of [key.privateKey.d, hostKey]) assert.ok(!said.includes(secret));
  });
});

describe('keys that could not sign', () => {
  it('are refused with the remedy, and none of their secret is in the text', async () => {
    const key = await createReceiptKey('one');
    const spoiled = (changes: Partial<ReceiptKey['privateKey']>) => [
      { kid: 'one', privateKey: { ...key.privateKey, ...changes } },
    ];
    const faultOf = (keys: readonly ReceiptKey[]) => receiptKeysFault(keys) ?? '';
    assert.equal(receiptKeysFault([key, await createReceiptKey('two')]), null);
    assert.match(faultOf(spoiled({ crv: 'P-384' })), /"one" is no EC key on P-256; make one with createReceiptKey/);
    assert.match(faultOf(spoiled({ d: 'short' })), /no x, y and d of 32 bytes/);
    assert.match(faultOf([key, { ...key }]), /"one" is given twice/);
    assert.match(faultOf([{ ...key, kid: '' }]), /give the key a name/);
    assert.ok(!faultOf(spoiled({ crv: 'x' })).includes(key.privateKey.d));
  });
});
