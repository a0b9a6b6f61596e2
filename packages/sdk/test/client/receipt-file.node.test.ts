import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createInPageServer } from '@leavewell/testing';
import { createIdempotencyKey, type MemberClient, type ReceiptFormat } from '../../src/index.ts';
import { startScriptedServer, problem } from './scripted-server.ts';

/** A member who has canceled, and the number of their receipt. */
async function canceled(): Promise<{ client: MemberClient; id: string }> {
  const client = createInPageServer({ verification: false }).client();
  const { receipt } = await client.cancelRenewal('m_pro', { idempotencyKey: createIdempotencyKey() });
  assert.ok(receipt);
  return { client, id: receipt.id };
}

test('a receipt is had as text, page and calendar entry, each with its number (P6, Q15)', async () => {
  const { client, id } = await canceled();
  const expected: readonly (readonly [ReceiptFormat, RegExp])[] = [
    ['text', /31 December 2026/],
    ['html', /<html[\s\S]*31 December 2026/],
    ['calendar', /BEGIN:VCALENDAR[\s\S]*END:VCALENDAR/],
  ];
  for (const [format, content] of expected) {
    const file = await client.receiptFile(id, format);
    const text = await file.text();
    assert.match(text, content, format);
    assert.ok(text.replaceAll(/\r?\n /g, '').includes(id), format);
  }
});

test('a form that this receipt does not have is said to be missing, not taken for another one (P6)', async () => {
  const { client, id } = await canceled();
  await assert.rejects(client.receiptFile(id, 'jws'), { name: 'MemberError', code: 'receipt_not_found' });
});

test('each form is asked for by its media type, and another one is no answer', async (t) => {
  const server = await startScriptedServer(t);
  const types = { text: 'text/plain', html: 'text/html', calendar: 'text/calendar', jws: 'application/jose' } as const;
  for (const [format, type] of Object.entries(types)) {
    server.answer({ status: 200, body: 'content of the file', headers: { 'content-type': `${type}; charset=utf-8` } });
    const file = await server.client().receiptFile('CR-1', format as ReceiptFormat);
    assert.equal(await file.text(), 'content of the file');
    assert.equal(server.calls.at(-1)?.headers.accept, type);
    assert.equal(server.calls.at(-1)?.url, '/leavewell/v1/receipts/CR-1');
    server.answer({ status: 200, body: {} });
    await assert.rejects(server.client().receiptFile('CR-1', format as ReceiptFormat), { code: 'invalid_response' });
  }
});

test('a file is read again when the connection was cut, and a receipt of somebody else is not there', async (t) => {
  const server = await startScriptedServer(t);
  server.answer('cut', { status: 200, body: 'all of it', headers: { 'content-type': 'text/plain' } });
  assert.equal(await (await server.client().receiptFile('CR-1', 'text')).text(), 'all of it');
  server.answer(problem(404, 'receipt_not_found'));
  await assert.rejects(server.client().receiptFile('CR-2', 'text'), { code: 'receipt_not_found', retryable: false });
});
