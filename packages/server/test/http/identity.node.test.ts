import { operations, type FullOperation, type OperationName } from '@leavewell/contract';
import { fixtureMembers, membershipFixture } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base, hostKey, problemOf, startServer } from '../handler/start-server.ts';

const table = Object.entries(operations) as [OperationName, FullOperation][];
const claims = ['memberId', 'tenantId', 'userId'];

const { id: _, ...withoutId } = fixtureMembers['li-wen'];

/** A body that each operation takes; with one more field it takes it no longer. */
const bodies: { readonly [Name in OperationName]?: Record<string, unknown> } = {
  cancelRenewal: {},
  resumeRenewal: {},
  startVerification: { membershipId: 'm_pro', command: 'cancelRenewal', method: 'sms_code' },
  finishVerification: { code: '000000' },
  createSession: { member: fixtureMembers['li-wen'] },
  putMember: withoutId,
  putMembership: membershipFixture('m_pro'),
  withdraw: {},
  requestSupport: { kind: 'cannot_cancel', membershipId: 'm_pro' },
  sendFeedback: { reason: 'other' },
  acceptOffer: {},
  declineOffer: {},
  addFactor: { method: 'passkey' },
  finishFactor: { code: '000000' },
  removeFactor: {},
  requestCancelWithoutLogin: {
    act: 'cancelRenewal',
    key: 'declaration-0001',
    declaration: { name: 'Li Wen', contract: '2026-0117-3391', email: 'li.wen@northwind.example' },
  },
};

async function startSender() {
  const server = await startServer();
  const { token } = await server.host.ok('createSession', { body: { member: fixtureMembers['li-wen'] } });
  const send = async ({ method, path, caller }: FullOperation, query: string, body?: unknown) => {
    const authorization = `Bearer ${caller === 'host' ? hostKey : token}`;
    const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': 'intent-0001' };
    const url = base + path.replace(/\{\w+\}/, 'm_pro') + query;
    const init = method === 'GET' ? { method, headers } : { method, headers, body: JSON.stringify(body ?? {}) };
    const response = await server.handler(new Request(url, init));
    return problemOf({ status: response.status, headers: response.headers, text: await response.text() });
  };
  return { server, send };
}

for (const [name, operation] of table) {
  test(`${name} refuses whoever says in the query who they are (AU6)`, async () => {
    const { send } = await startSender();
    for (const claim of claims) {
      const problem = await send(operation, `?${claim}=wang-fang`, bodies[name]);
      assert.equal(problem.status, 400, claim);
      assert.equal(problem.code, operation.raw ? 'webhook_invalid' : 'invalid_request', claim);
      if (!operation.raw) assert.equal(problem.errors?.[0]?.field, claim);
    }
  });
}

for (const [name, operation] of table.filter(([, { body }]) => body !== undefined)) {
  test(`${name} refuses whoever says in the body who they are, and takes it without (AU6)`, async () => {
    const { server, send } = await startSender();
    const body = bodies[name];
    assert.ok(body, `give a body for ${name}`);
    assert.ok(operation.body?.safeParse(body).success, 'the body is right as it is');
    for (const claim of claims) {
      const problem = await send(operation, '', { ...body, [claim]: 'wang-fang' });
      assert.deepEqual([problem.code, problem.errors?.[0]?.field], ['invalid_request', claim]);
    }
    const stored = await server.store.read((rows) => rows.getMembership('acme', 'm_pro'));
    assert.equal(stored?.version, 1);
  });
}

test('nor does a tenant hide within what a host says of a member or a membership (AU6)', async () => {
  const { send } = await startSender();
  const member = { ...fixtureMembers['li-wen'], tenantId: 'other' };
  const inMember = await send(operations.createSession, '', { member });
  assert.equal(inMember.errors?.[0]?.field, 'member.tenantId');
  const holder = { id: 'li-wen', name: 'Li Wen', tenantId: 'other' };
  const inHolder = await send(operations.putMembership, '', { ...membershipFixture('m_pro'), holder });
  assert.equal(inHolder.errors?.[0]?.field, 'holder.tenantId');
});
