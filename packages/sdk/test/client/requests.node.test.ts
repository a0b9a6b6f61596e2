import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMemberClient, entityTagOf, type MemberClient } from '../../src/index.ts';
import {
  afterCancel,
  assertion,
  canceled,
  declaration,
  factorList,
  factorSetup,
  membership,
  preview,
  proof,
  receipt,
  session,
  supportRequest,
  verification,
  withdrawn,
  withdrawPreview,
} from '../wire-fixtures.ts';
import { startScriptedServer } from './scripted-server.ts';

const command = { idempotencyKey: 'key-of-the-intent' };
const page = { items: [membership()], nextCursor: 'c_2' };
const start = { membershipId: 'm_pro', command: 'cancelRenewal', method: 'sms_code' } as const;

const help = { kind: 'cannot_cancel', membershipId: 'm_pro' } as const;

/** Each method, the answer it is given, and the request line it must send. */
const table: [(client: MemberClient) => Promise<unknown>, object, string, object?][] = [
  [(client) => client.getSession(), session, 'GET /leavewell/v1/session'],
  [(client) => client.listMemberships(), page, 'GET /leavewell/v1/memberships'],
  [(client) => client.getMembership('m_pro'), membership(), 'GET /leavewell/v1/memberships/m_pro'],
  [(client) => client.previewCancelRenewal('m_pro'), preview(), 'GET /leavewell/v1/memberships/m_pro/cancel-preview'],
  [
    (client) => client.cancelRenewal('m_pro', command),
    canceled,
    'POST /leavewell/v1/memberships/m_pro/cancel-renewal',
    {},
  ],
  [
    (client) => client.cancelRenewal('m_pro', { ...command, proof: 'p_1' }),
    canceled,
    'POST /leavewell/v1/memberships/m_pro/cancel-renewal',
    { proof: 'p_1' },
  ],
  [
    (client) => client.cancelRenewal('m_pro', { ...command, declaration }),
    canceled,
    'POST /leavewell/v1/memberships/m_pro/cancel-renewal',
    { declaration },
  ],
  [(client) => client.previewWithdraw('m_pro'), withdrawPreview(), 'GET /leavewell/v1/memberships/m_pro/withdraw-preview'],
  [
    (client) => client.withdraw('m_pro', { ...command, proof: 'p_1' }),
    withdrawn,
    'POST /leavewell/v1/memberships/m_pro/withdraw',
    { proof: 'p_1' },
  ],
  [
    (client) => client.resumeRenewal('m_pro', command),
    canceled,
    'POST /leavewell/v1/memberships/m_pro/resume-renewal',
    {},
  ],
  [(client) => client.startVerification(start), verification(), 'POST /leavewell/v1/verifications', start],
  [
    (client) => client.finishVerification('v_1', '123 456'),
    proof,
    'POST /leavewell/v1/verifications/v_1/finish',
    { code: '123 456' },
  ],
  [
    (client) => client.finishVerification('v_1', { assertion }),
    proof,
    'POST /leavewell/v1/verifications/v_1/finish',
    { assertion },
  ],
  [(client) => client.requestSupport(help), supportRequest, 'POST /leavewell/v1/support-requests', help],
  [(client) => client.afterCancel('m_pro'), afterCancel(), 'GET /leavewell/v1/memberships/m_pro/after-cancel'],
  [
    (client) => client.sendFeedback('m_pro', { reason: 'price', comment: 'Too much.' }),
    { taken: true },
    'POST /leavewell/v1/memberships/m_pro/feedback',
    { reason: 'price', comment: 'Too much.' },
  ],
  [(client) => client.sendFeedback('m_pro', {}), { taken: true }, 'POST /leavewell/v1/memberships/m_pro/feedback', {}],
  [(client) => client.acceptOffer('o_1'), { taken: true }, 'POST /leavewell/v1/offers/o_1/accept', {}],
  [(client) => client.declineOffer('o_1'), { taken: true }, 'POST /leavewell/v1/offers/o_1/decline', {}],
  [(client) => client.listFactors(), factorList, 'GET /leavewell/v1/factors'],
  [(client) => client.addFactor({ method: 'totp' }), factorSetup, 'POST /leavewell/v1/factors', { method: 'totp' }],
  [
    (client) => client.finishFactor('f_1', { code: '123456' }),
    factorList,
    'POST /leavewell/v1/factors/f_1/finish',
    { code: '123456' },
  ],
  [(client) => client.removeFactor('f_1'), factorList, 'POST /leavewell/v1/factors/f_1/remove', {}],
  [
    (client) => client.removeFactor('f_1', { proof: 'p_1' }),
    factorList,
    'POST /leavewell/v1/factors/f_1/remove',
    { proof: 'p_1' },
  ],
  [(client) => client.listReceipts(), { items: [receipt], nextCursor: null }, 'GET /leavewell/v1/receipts'],
  [
    (client) => client.listReceipts({ membershipId: 'm_pro', limit: '1' }),
    { items: [receipt], nextCursor: 'c_2' },
    'GET /leavewell/v1/receipts?membershipId=m_pro&limit=1',
  ],
  [(client) => client.getReceipt('CR-7F3K-29QD'), receipt, 'GET /leavewell/v1/receipts/CR-7F3K-29QD'],
];

test('every method sends its operation and answers what the server said', async (t) => {
  const server = await startScriptedServer(t);
  for (const [call, body, line, sent] of table) {
    server.answer({ status: 200, body });
    assert.deepEqual(await call(server.client()), body, line);
    const arrived = server.calls.at(-1);
    assert.equal(`${arrived?.method} ${arrived?.url}`, line);
    assert.deepEqual(arrived?.body && JSON.parse(arrived.body), sent ?? '', line);
  }
  assert.equal(server.calls.length, table.length);
});

test('only the commands carry an idempotency key, the one of the intent (XO3)', async (t) => {
  const server = await startScriptedServer(t);
  for (const [call, body, line] of table) {
    server.answer({ status: 200, body });
    await call(server.client());
    const expected = /(cancel-renewal|resume-renewal|withdraw)$/.test(line) ? 'key-of-the-intent' : undefined;
    assert.equal(server.calls.at(-1)?.headers['idempotency-key'], expected, line);
  }
});

test('a list is filtered by what the member typed, whatever they typed (S33)', async (t) => {
  const server = await startScriptedServer(t);
  server.answer({ status: 200, body: page });
  await server.client().listMemberships({ state: 'renewing', query: 'A&B=中文 #1', cursor: undefined, limit: '20' });
  const url = new URL(server.calls[0]?.url ?? '', server.endpoint);
  assert.deepEqual([...url.searchParams], [
    ['state', 'renewing'],
    ['query', 'A&B=中文 #1'],
    ['limit', '20'],
  ]);
});

test('an id is one segment of the path, whatever stands in it (EM4)', async (t) => {
  const server = await startScriptedServer(t);
  server.answer({ status: 200, body: membership() });
  for (const id of ['a/b', '../session', 'a?b#c', 'ü %2F']) {
    await server.client().getMembership(id);
    assert.equal(server.calls.at(-1)?.url, `/leavewell/v1/memberships/${encodeURIComponent(id)}`);
  }
});

test('an id that would lead to another path is refused before anything is sent', async (t) => {
  const server = await startScriptedServer(t);
  for (const id of ['', '.', '..']) {
    await assert.rejects(server.client().cancelRenewal(id, command), {
      name: 'MemberError',
      code: 'invalid_request',
      retryable: false,
    });
  }
  assert.equal(server.calls.length, 0);
});

test("the host's texts are asked for in the language of the page at that moment (TZ4)", async (t) => {
  const server = await startScriptedServer(t);
  server.answer({ status: 200, body: session });
  let language = 'zh-CN';
  const client = server.client({ language: () => language });
  await client.getSession();
  language = 'ar-EG';
  await client.getSession();
  assert.deepEqual(server.calls.map(({ headers }) => headers['accept-language']), ['zh-CN', 'ar-EG']);
});

test('a language or key that fits in no header is an error of the request, not of the network', async (t) => {
  const server = await startScriptedServer(t);
  const broken = () => {
    throw new Error('no language yet');
  };
  for (const language of [() => 'zh\nCN', broken]) {
    await assert.rejects(server.client({ language }).getSession(), { code: 'invalid_request', retryable: false });
  }
  await assert.rejects(server.client().resumeRenewal('m_pro', { idempotencyKey: 'ключ' }), { code: 'invalid_request' });
  assert.equal(server.calls.length, 0);
});

test('without getToken the cookie of the host identifies the member, on another origin, too', async () => {
  const requests: Request[] = [];
  const fetch = async (request: Request) => {
    requests.push(request);
    return Response.json(session);
  };
  await createMemberClient({ endpoint: '/leavewell', fetch }).getSession();
  await createMemberClient({ endpoint: '/leavewell', fetch, getToken: async () => 'token-1' }).getSession();
  const sent = requests.map(({ credentials, headers }) => [credentials, headers.get('authorization')]);
  assert.deepEqual(sent, [
    ['include', null],
    ['same-origin', 'Bearer token-1'],
  ]);
});

test('a command names what the member was shown, when it is given (CC2)', async (t) => {
  const server = await startScriptedServer(t);
  server.answer({ status: 200, body: canceled });
  const idempotencyKey = 'key-of-the-intent';
  await server.client().cancelRenewal('m_pro', { idempotencyKey, ifMatch: entityTagOf(membership()) });
  await server.client().resumeRenewal('m_pro', { idempotencyKey, ifMatch: '"7-"' });
  await server.client().cancelRenewal('m_pro', { idempotencyKey });
  const sent = server.calls.map(({ headers, body }) => [headers['if-match'], body]);
  assert.deepEqual(sent, [['"3-2026-12-31T16:00:00Z"', '{}'], ['"7-"', '{}'], [undefined, '{}']]);
});
