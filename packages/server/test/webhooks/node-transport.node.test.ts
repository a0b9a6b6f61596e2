import { nodeWebhookTransport, type NodeWebhookOptions } from '@leavewell/server/node';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayBePostedTo } from '../../src/webhooks/out/public-address.ts';
import { startSink } from './start-sink.ts';

type Resolve = NonNullable<NodeWebhookOptions['resolve']>;

/** A resolver that gives these addresses for every name. */
const at =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

/** Addresses that nobody may make us post to, by what is behind them. */
const refused = {
  'the own machine': ['127.0.0.1', '127.255.255.254', '::1', '0.0.0.0', '::'],
  'a private network': ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fdff::1', 'fec0::1'],
  'the metadata of a cloud': ['169.254.169.254', 'fd00:ec2::254', '100.100.100.200', '192.0.0.192', '168.63.129.16'],
  'the local link': ['169.254.0.1', 'fe80::1'],
  'a carrier-grade NAT': ['100.64.0.1', '100.127.255.255'],
  'a group': ['224.0.0.1', '239.255.255.255', 'ff02::1', '255.255.255.255'],
  documentation: ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1'],
  'tests and the future': ['198.18.0.1', '240.0.0.1', '4000::1'],
  'another address inside': ['::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:169.254.169.254', '::7f00:1'],
  'another address behind a translator': ['64:ff9b::7f00:1', '64:ff9b:1::1', '2002:7f00:1::', '2001::1'],
};

for (const [what, addresses] of Object.entries(refused)) {
  test(`a name that leads to ${what} is refused (WH4)`, async () => {
    for (const address of addresses) {
      assert.equal(mayBePostedTo(address, false), false, address);
      for (const scheme of ['http', 'https']) {
        const { post } = nodeWebhookTransport({ resolve: at(address) });
        await assert.rejects(post(`${scheme}://hooks.example/x`, {}, '{}'), /private or reserved/, address);
      }
    }
  });

  test(`the address of ${what} is refused where it stands in the URL itself (WH4)`, async () => {
    const { post } = nodeWebhookTransport({ resolve: () => assert.fail('it was looked up') });
    for (const address of addresses) {
      const host = address.includes(':') ? `[${address}]` : address;
      await assert.rejects(post(`https://${host}/x`, {}, '{}'), /private or reserved/, host);
    }
  });
}

test('other spellings of the own machine are refused as well (WH4)', async () => {
  const { post } = nodeWebhookTransport();
  const numbers = ['2130706433', '0x7f.1', '0177.0.0.1', '127.1', '[::ffff:7f00:1]', '[0:0:0:0:0:0:0:1]'];
  for (const host of [...numbers, 'localhost', 'LOCALHOST']) {
    await assert.rejects(post(`http://${host}:9/x`, {}, '{}'), /private or reserved/, host);
  }
});

test('addresses of the public internet may be posted to', () => {
  for (const address of ['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '::ffff:8.8.8.8']) {
    assert.equal(mayBePostedTo(address, false), true, address);
  }
});

test('what is no address may not be posted to', () => {
  for (const text of ['', 'localhost', '1.2.3.4.5', '::g', '8.8.8.8 ']) {
    assert.equal(mayBePostedTo(text, true), false, text);
  }
});

test('a name that leads to a public and to a private address is refused whole (WH4)', async (t) => {
  const sink = await startSink(t);
  for (const addresses of [['127.0.0.1', '93.184.216.34'], ['93.184.216.34', '127.0.0.1']]) {
    const { post } = nodeWebhookTransport({ resolve: at(...addresses) });
    await assert.rejects(post(`http://hooks.example:${sink.port}/x`, {}, '{}'), /private or reserved/);
  }
  assert.equal(sink.connections(), 0);
});

test('a name that was public when it was looked at and leads inside as the connection is made reaches nobody (WH4)', async (t) => {
  const sink = await startSink(t);
  const answers = [['93.184.216.34'], ['127.0.0.1']];
  const resolve: Resolve = async (name) => at(...(answers.shift() ?? []))(name);
  // Somebody looks before, and finds nothing wrong.
  assert.ok((await resolve('rebinding.example')).every(({ address }) => mayBePostedTo(address, false)));
  const { post } = nodeWebhookTransport({ resolve });
  await assert.rejects(post(`http://rebinding.example:${sink.port}/x`, {}, '{}'), /private or reserved/);
  assert.deepEqual([sink.connections(), answers.length], [0, 0]);
});

test('each delivery looks the name up once, and connects to what was checked (WH4)', async (t) => {
  const sink = await startSink(t);
  const answers = ['127.0.0.1', '10.255.255.1'];
  const names: string[] = [];
  const { post } = nodeWebhookTransport({
    allowPrivate: true,
    resolve: async (name) => {
      names.push(name);
      return at(answers.shift() ?? '10.255.255.1')(name);
    },
  });
  assert.deepEqual(await post(`http://hooks.example:${sink.port}/x`, {}, '{}'), { status: 204 });
  assert.deepEqual(names, ['hooks.example']);
  assert.equal(sink.received.at(0)?.headers.host, `hooks.example:${sink.port}`);
});

test('with private addresses allowed, the metadata of a cloud is still refused (WH4)', async () => {
  for (const address of ['169.254.169.254', '168.63.129.16', '100.100.100.200', '224.0.0.1', 'fe80::1', '0.0.0.0']) {
    const { post } = nodeWebhookTransport({ allowPrivate: true, resolve: at(address) });
    await assert.rejects(post('http://hooks.example/x', {}, '{}'), /private or reserved/, address);
  }
});

test('a name that nobody knows, or that leads nowhere, is a delivery that failed', async () => {
  const unknown = nodeWebhookTransport({ resolve: async () => Promise.reject(new Error('ENOTFOUND')) });
  await assert.rejects(unknown.post('https://hooks.example/x', {}, '{}'), /ENOTFOUND/);
  const empty = nodeWebhookTransport({ resolve: at() });
  await assert.rejects(empty.post('https://hooks.example/x', {}, '{}'), /private or reserved/);
});

test('redirects are not followed, wherever they lead (WH4)', async (t) => {
  const sink = await startSink(t);
  const { post } = nodeWebhookTransport({ allowPrivate: true, resolve: at('127.0.0.1') });
  sink.answer('/a', 'movesOn');
  sink.answer('/b', 'movesInside');
  assert.deepEqual(await post(`${sink.url}/a`, {}, '{}'), { status: 302 });
  assert.deepEqual(await post(`${sink.url}/b`, {}, '{}'), { status: 307 });
  assert.deepEqual(
    sink.received.map(({ path }) => path),
    ['/a', '/b'],
  );
});

test('an address that does not answer in time is let go (WH4)', async (t) => {
  const sink = await startSink(t);
  const { post } = nodeWebhookTransport({ allowPrivate: true, timeoutMs: 50, resolve: at('127.0.0.1') });
  sink.answer('/x', 'never');
  await assert.rejects(post(`${sink.url}/x`, {}, '{}'), { name: 'AbortError' });
});

test('headers and body arrive byte for byte', async (t) => {
  const sink = await startSink(t);
  const { post } = nodeWebhookTransport({ allowPrivate: true, resolve: at('127.0.0.1') });
  const body = '{"name":"续费 «é» \u{1F9E7}"}';
  await post(`${sink.url}/x?token=1`, { 'webhook-id': 'evt_1' }, body);
  const [{ headers, path, body: received }] = sink.received.length === 1 ? [sink.received[0]!] : assert.fail();
  assert.deepEqual([received, path, headers['webhook-id']], [body, '/x?token=1', 'evt_1']);
  assert.equal(headers['content-length'], String(Buffer.byteLength(body)));
});
