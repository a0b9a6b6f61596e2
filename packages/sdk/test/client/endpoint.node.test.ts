import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { createMemberClient } from '../../src/index.ts';
import { session } from '../wire-fixtures.ts';

/** The address a client with this endpoint asks, with the fetch given by the host. */
async function addressOf(endpoint: string): Promise<string | undefined> {
  let address: string | undefined;
  const fetch = async (request: Request) => {
    address = request.url;
    return Response.json(session);
  };
  await createMemberClient({ endpoint, fetch }).getSession();
  return address;
}

/** Lets the test run as if on a page, or in a worker. */
function pretend(t: TestContext, name: 'document' | 'location', value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: true });
  t.after(() => Reflect.deleteProperty(globalThis, name));
}

const notConfigured = { name: 'MemberError', code: 'not_configured', retryable: false };

test('a full address is used as it is, with or without a slash at the end', async () => {
  for (const end of ['', '/', '//']) {
    const address = await addressOf(`https://www.example.com/leavewell${end}`);
    assert.equal(address, 'https://www.example.com/leavewell/v1/session');
  }
  assert.equal(await addressOf('https://www.example.com'), 'https://www.example.com/v1/session');
});

test('a mount path is resolved against the page, also one with a base address', async (t) => {
  pretend(t, 'document', { baseURI: 'https://shop.example/account/plan?tab=2#top' });
  assert.equal(await addressOf('/leavewell'), 'https://shop.example/leavewell/v1/session');
  assert.equal(await addressOf('/'), 'https://shop.example/v1/session');
  assert.equal(await addressOf('leavewell'), 'https://shop.example/account/leavewell/v1/session');
});

test('a worker has no document, but a location', async (t) => {
  pretend(t, 'location', { href: 'https://shop.example/worker.js' });
  assert.equal(await addressOf('/leavewell'), 'https://shop.example/leavewell/v1/session');
});

test('a mount path works without a page when the host gives its own fetch: a server in the same process', async (t) => {
  assert.match((await addressOf('/leavewell')) ?? '', /^http:\/\/[^/]+\/leavewell\/v1\/session$/);
  pretend(t, 'document', { baseURI: 'about:blank' });
  assert.match((await addressOf('/leavewell')) ?? '', /\/leavewell\/v1\/session$/);
});

test('a mount path without a page and without a fetch of the host is not configured', async () => {
  await assert.rejects(createMemberClient({ endpoint: '/leavewell' }).getSession(), notConfigured);
});

test('what is no endpoint is said by the first call, not by the factory', async (t) => {
  pretend(t, 'document', { baseURI: 'https://shop.example/' });
  const missing: unknown[] = ['', ' ', undefined, null];
  const wrong = ['#', '/leavewell#x', '/leavewell?x=1', 'not a url', 'http://', 'mailto:a@b.example', 'javascript:x'];
  for (const endpoint of [...missing, ...wrong]) {
    const client = createMemberClient({ endpoint: endpoint as string, fetch: async () => Response.json(session) });
    await assert.rejects(client.getSession(), notConfigured, String(endpoint));
    await assert.rejects(client.cancelRenewal('m_1', { idempotencyKey: 'key-of-the-intent' }), notConfigured);
  }
});

test('the cause tells the developer what to write', async () => {
  await assert.rejects(createMemberClient({ endpoint: '' }).getSession(), (error: Error) => {
    assert.match(String(error.cause), /endpoint: .*"\/leavewell"/);
    return true;
  });
});

test('a password in the address goes nowhere (EM8)', async () => {
  assert.equal(await addressOf('https://me:secret@www.example.com'), 'https://www.example.com/v1/session');
});
