import type { DeliveryRecord, Message } from '@leavewell/server';
import { createReceiptKey } from '@leavewell/server/receipts';
import { fixtureMembers } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TestServer } from '../handler/start-server.ts';
import { canceledMember } from './canceled-member.ts';

async function deliveriesOf({ store }: TestServer): Promise<readonly DeliveryRecord[]> {
  return store.read((rows) => rows.listFiled('delivery', 'acme', { membershipId: 'm_pro', limit: 10 }));
}

/** A gateway that refuses until it is told to take messages. */
function createGateway() {
  const sent: string[] = [];
  const gateway = {
    takes: false,
    sent,
    send: async ({ id }: { readonly id: string }) => {
      sent.push(id);
      if (!gateway.takes) throw new Error('the gateway is down');
    },
  };
  return gateway;
}

/** Tries everything that is due, at moments far enough apart for every retry. */
async function tryForDays(server: TestServer, days: number): Promise<void> {
  const start = server.clock.now().getTime();
  for (let quarter = 1; quarter <= days * 3; quarter += 1) {
    server.clock.set(new Date(start + quarter * 8 * 60 * 60_000).toISOString());
    await server.outbox.runOnce();
  }
}

describe('the receipt is on its way at once, and that it arrived at the gateway is on file (Q15, S40)', () => {
  it('within the same moment as the cancellation, with the message and the receipt named', async () => {
    const { server, receipt } = await canceledMember();
    await server.outbox.runOnce();
    const [message, ...more] = server.inbox.filter(({ kind }) => kind === 'receipt');
    assert.equal(more.length, 0);
    assert.deepEqual(await deliveriesOf(server), [
      {
        tenantId: 'acme',
        id: message?.id,
        memberId: 'li-wen',
        membershipId: 'm_pro',
        kind: 'receipt',
        channel: 'email',
        receiptId: receipt.id,
        outcome: 'delivered',
        at: receipt.requestedAt,
      },
    ]);
  });

  it('once, after a gateway that was down for a while', async () => {
    const gateway = createGateway();
    const { server } = await canceledMember({ sender: gateway });
    await server.outbox.runOnce();
    assert.deepEqual(await deliveriesOf(server), []);
    gateway.takes = true;
    await tryForDays(server, 1);
    const [delivery, ...more] = await deliveriesOf(server);
    assert.deepEqual([delivery?.outcome, more.length], ['delivered', 0]);
    assert.equal(new Set(gateway.sent).size, 1);
  });

  it('as failed when every try failed, and not before', async () => {
    const gateway = createGateway();
    const { server, receipt, read } = await canceledMember({ sender: gateway });
    await server.outbox.runOnce();
    assert.deepEqual(await deliveriesOf(server), []);
    await tryForDays(server, 5);
    const [delivery, ...more] = await deliveriesOf(server);
    assert.deepEqual([delivery?.outcome, delivery?.receiptId, more.length], ['failed', receipt.id, 0]);
    assert.equal(gateway.sent.length, 10);
    server.clock.set('2026-11-22T02:43:00Z');
    assert.ok((await read('text/plain')).text.includes(receipt.id));
  });

  it('still as delivered when a process is lost and the message goes out again, under its id', async () => {
    const { server } = await canceledMember();
    await server.outbox.runOnce();
    const [first] = await deliveriesOf(server);
    assert.ok(first);
    const again = async () =>
      server.store.transaction(async (rows) => {
        const row = await rows.getOutbox('acme', first.id);
        assert.ok(row);
        await rows.updateOutbox({ ...row, closedAt: null, dueAt: server.clock.now().toISOString() });
      });
    await again();
    await server.outbox.runOnce();
    assert.equal(server.inbox.filter(({ id }) => id === first.id).length, 2);
    assert.deepEqual(await deliveriesOf(server), [first]);
  });
});

/** The names of the files that a message carries. */
function fileNames(message: Message | undefined): readonly string[] {
  const files: readonly { readonly name: string }[] = Object(message).attachments ?? [];
  return files.map(({ name }) => name);
}

describe('the mail of a receipt (P6, Q15)', () => {
  it('carries text, page, calendar entry and signed form in the language of the member', async () => {
    const { server, receipt } = await canceledMember({ receiptKeys: [await createReceiptKey('one')] });
    await server.outbox.runOnce();
    const mail = server.inbox.find(({ kind }) => kind === 'receipt');
    const names = ['txt', 'html', 'ics', 'jws'].map((ending) => `receipt-${receipt.id}.${ending}`);
    assert.deepEqual(fileNames(mail), names);
  });

  it('keeps its files out of the store, where the receipt alone is', async () => {
    const { server } = await canceledMember();
    await server.outbox.runOnce();
    const [delivery] = await deliveriesOf(server);
    const row = await server.store.read((rows) => rows.getOutbox('acme', delivery?.id ?? ''));
    assert.equal(row?.task.kind, 'send');
    assert.doesNotMatch(JSON.stringify(row), /attachments|doctype/);
  });

  it('is an SMS without files for a member who has no mail address', async () => {
    const { server } = await canceledMember();
    const member = { ...fixtureMembers['li-wen'], email: null };
    const liWen = await server.host.ok('createSession', { body: { member } });
    await server.declare('m_team');
    const caller = server.caller({ authorization: `Bearer ${liWen.token}` });
    await caller.ok('resumeRenewal', { id: 'm_team', key: 'intent-0002' });
    await server.outbox.runOnce();
    const sms = server.inbox.findLast(({ kind }) => kind === 'receipt');
    assert.equal(sms?.channel, 'sms');
    assert.deepEqual(fileNames(sms), []);
  });
});
