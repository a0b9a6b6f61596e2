import { operations } from '@leavewell/contract';
import { ledgerProvider } from '@leavewell/providers/ledger';
import type { BillingNotice } from '@leavewell/server';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base, startServer } from '../handler/start-server.ts';

const path = operations.receiveWebhook.path.replace('{provider}', 'fake');

async function startListening() {
  const bodies: string[] = [];
  const notice = async (body: string): Promise<BillingNotice> => {
    bodies.push(body);
    return { id: `notice-${bodies.length}`, references: [] };
  };
  const server = await startServer({ providers: [ledgerProvider(), { ...ledgerProvider(), name: 'fake', notice }] });
  const send = async (body: BodyInit, headers: Record<string, string> = {}, query = '') => {
    const response = await server.handler(new Request(base + path + query, { method: 'POST', body, headers }));
    const text = await response.text();
    return { status: response.status, code: JSON.parse(text).code };
  };
  return { bodies, send };
}

test('a notice arrives byte for byte as it was signed, whatever it says it is (WH1)', async () => {
  const { bodies, send } = await startListening();
  const texts = [' {"a" : 1.0}\r\n', '', '\ufeff{"b":"é\\u00e9 会员"}', '{', 'a=1&b=2'];
  for (const text of texts) {
    const sent = await send(new TextEncoder().encode(text), { 'content-type': 'text/plain' });
    assert.equal(sent.status, 200);
  }
  await send(new TextEncoder().encode('{"c":1}'));
  assert.deepEqual(bodies, [...texts, '{"c":1}']);
});

test('bytes that are no text, parameters that no one signed and too much of it are refused before anyone looks (WH1, AU6)', async () => {
  const { bodies, send } = await startListening();
  const refusals = [
    await send(new Uint8Array([0x7b, 0xff, 0x7d])),
    await send('{}', {}, '?tenantId=other'),
    await send('x'.repeat(65 * 1024)),
  ];
  assert.deepEqual(refusals, [
    { status: 400, code: 'webhook_invalid' },
    { status: 400, code: 'webhook_invalid' },
    { status: 413, code: 'payload_too_large' },
  ]);
  assert.deepEqual(bodies, []);
});

test('the name in the address says which company is meant; one that sends no notices is not found', async () => {
  const { handler } = await startServer();
  for (const name of ['ledger', 'absent', '%2e%2e', 'constructor']) {
    const response = await handler(new Request(`${base}/v1/webhooks/${name}`, { method: 'POST', body: '{}' }));
    assert.equal(response.status, 404, name);
  }
});
