import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createInPageServer, type InPageServer } from '@leavewell/testing';
import { createCallOperation } from '../src/client/call-operation.ts';
import { memberClientOver } from '../src/client/create-member-client.ts';
import { type CancelRenewalFlow, createCancelRenewalFlow } from '../src/index.ts';
import { type KeptItems, keptItems } from './flows/kept-items.ts';
import { settle, stateAs } from './flows/scripted-client.ts';

const pace = { timeout: 5_000, retryDelay: 1, maxRetryAfter: 1 };

/** Where a connection can be lost, and whether the server has heard of the request then. */
const cuts = {
  'before the request is sent': false,
  'before a word of the answer': true,
  'in the middle of the headers': true,
  'in the middle of the body': true,
} as const;

type Cut = keyof typeof cuts;
const moments = Object.keys(cuts) as Cut[];

/** An answer whose body breaks off. */
function brokenOff(answer: Response): Response {
  const body = new ReadableStream({
    async start(controller) {
      controller.enqueue((await answer.bytes()).slice(0, 20));
      controller.error(new TypeError('terminated'));
    },
  });
  return new Response(body, answer);
}

/** A browser whose connection is lost with every request to `path` from `cutAt` until `restore` is called. */
function browserOf(server: InPageServer, storage: KeptItems) {
  const line: { cut: { readonly path: string; readonly at: Cut } | null } = { cut: null };
  const fetch = async (request: Request): Promise<Response> => {
    if (!line.cut || !new URL(request.url).pathname.endsWith(line.cut.path)) return server.fetch(request);
    if (!cuts[line.cut.at]) throw new TypeError('Failed to fetch');
    const answer = await server.fetch(request);
    if (line.cut.at === 'in the middle of the body') return brokenOff(answer);
    throw new TypeError('Failed to fetch');
  };
  const { endpoint, getToken } = server;
  /** The page is loaded, or loaded again. */
  const load = (): CancelRenewalFlow => {
    const call = createCallOperation({ endpoint, fetch, getToken: () => getToken() }, pace);
    return createCancelRenewalFlow({ client: { endpoint, ...memberClientOver(call) }, membershipId: 'm_pro', storage });
  };
  return { load, line };
}

/** Goes as far as the connection lets the member. */
async function cancelAsFarAsPossible(server: InPageServer, flow: CancelRenewalFlow): Promise<void> {
  await flow.start();
  await flow.confirm();
  if (flow.state.status === 'verify') await flow.enterCode(server.lastCode());
}

function receipts({ inbox }: InPageServer): number {
  return inbox.filter(({ kind }) => kind === 'receipt').length;
}

/** Every request of a cancellation with a code, in order. */
const steps = {
  '/cancel-preview': 'loading',
  '/verifications': 'sending',
  '/finish': 'checking',
  '/cancel-renewal': 'submitting',
} as const;

for (const [path, from] of Object.entries(steps)) {
  for (const at of moments) {
    test(`lost ${at} of ${path}: the page says so, and one press goes on from there (OF1, XO4)`, async (t) => {
      const server = createInPageServer();
      const { load, line } = browserOf(server, keptItems());
      const flow = load();
      t.after(flow.stop);
      line.cut = { path, at };
      await cancelAsFarAsPossible(server, flow);
      const { error } = stateAs(flow, 'failed');
      assert.deepEqual([stateAs(flow, 'failed').from, error.code, error.retryable], [from, 'network', true]);
      line.cut = null;
      await flow.retry();
      if (flow.state.status === 'confirm') await flow.confirm();
      // A code whose check was not heard of is used up; the page offers another one.
      if (flow.state.status === 'verify' && flow.state.error) {
        server.clock.advance(61_000);
        await flow.resendCode();
      }
      if (flow.state.status === 'verify') await flow.enterCode(server.lastCode());
      assert.equal(flow.state.status, 'canceled');
      // The mail with its files goes out after the answer.
      for (let turn = 0; turn < 100 && receipts(server) === 0; turn += 1) await settle();
      assert.equal(receipts(server), 1);
    });
  }
}

for (const at of moments) {
  test(`lost ${at} of the command, and the page loaded again: it knows, and it happens once (OF1, XO2)`, async (t) => {
    const server = createInPageServer({ verification: false });
    const storage = keptItems();
    const { load, line } = browserOf(server, storage);
    line.cut = { path: '/cancel-renewal', at };
    await cancelAsFarAsPossible(server, load());
    line.cut = null;
    const flow = load();
    t.after(flow.stop);
    await flow.start();
    if (cuts[at]) {
      assert.equal(flow.state.status, 'canceled', 'the server has done it, and the page shows the receipt');
    } else {
      assert.equal(stateAs(flow, 'confirm').notice, 'unfinished');
      await flow.confirm();
    }
    const { membership, receipt } = stateAs(flow, 'canceled');
    assert.deepEqual([membership.receiptId, receipts(server)], [receipt.id, 1]);
    assert.equal(storage.items.size, 0);
  });
}

test('lost before it was sent with a code, loaded again: one press, and the code once more (OF1, AU1)', async (t) => {
  const server = createInPageServer();
  const storage = keptItems();
  const { load, line } = browserOf(server, storage);
  line.cut = { path: '/cancel-renewal', at: 'before the request is sent' };
  await cancelAsFarAsPossible(server, load());
  line.cut = null;
  server.clock.advance(61_000);
  const flow = load();
  t.after(flow.stop);
  await cancelAsFarAsPossible(server, flow);
  assert.equal(flow.state.status, 'canceled');
  assert.deepEqual([receipts(server), storage.items.size], [1, 0]);
});

test('another device has no key: it reads what is so, and does not do it a second time (OF1)', async (t) => {
  const server = createInPageServer({ verification: false });
  const { load, line } = browserOf(server, keptItems());
  line.cut = { path: '/cancel-renewal', at: 'in the middle of the body' };
  await cancelAsFarAsPossible(server, load());
  const phone = browserOf(server, keptItems()).load();
  t.after(phone.stop);
  await phone.start();
  assert.equal(stateAs(phone, 'refused').refusal.code, 'renewal_already_off');
  assert.ok(stateAs(phone, 'refused').membership.receiptId);
  assert.equal(receipts(server), 1);
});
