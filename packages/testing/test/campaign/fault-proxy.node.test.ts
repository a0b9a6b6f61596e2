import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { after, before, test } from 'node:test';
import { createClient } from '../../campaign/ask.ts';
import { startFaultProxy, type ConnectionFate } from '../../src/fault-proxy.ts';

const page = 'x'.repeat(5000);
let server: Server;
let port = 0;
let reached = 0;

before(async () => {
  server = createServer((request, response) => {
    reached += 1;
    request.resume();
    response.end(page);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address !== null && typeof address === 'object') port = address.port;
});

after(() => {
  server.close();
  server.closeAllConnections();
});

/** One request over a connection of this fate. */
async function askThrough(fate: ConnectionFate) {
  const proxy = await startFaultProxy({ to: port, fateOf: () => fate });
  const client = createClient({ timeoutMs: 2000 });
  reached = 0;
  const answer = await client.ask({ url: `${proxy.url}/`, method: 'POST', body: '{}' });
  client.close();
  await proxy.close();
  return { answer, counts: proxy.counts };
}

test('what passes is the same, byte for byte', async () => {
  const { answer, counts } = await askThrough({ kind: 'pass' });
  assert.equal(answer?.text, page);
  assert.equal(counts.pass, 1);
});

test('a reply that is cut anywhere is lost, and yet the server did its work', async () => {
  for (const afterBytes of [0, 1, 17, 200, 4000]) {
    const { answer, counts } = await askThrough({ kind: 'cut', afterBytes });
    assert.equal(answer, null, `after ${afterBytes} bytes`);
    assert.equal(reached, 1);
    assert.deepEqual([counts.cut, counts.pass], [1, 0]);
  }
});

test('a cut behind the end of the reply cuts nothing', async () => {
  const { answer, counts } = await askThrough({ kind: 'cut', afterBytes: 100_000 });
  assert.equal(answer?.text, page);
  assert.deepEqual([counts.cut, counts.pass], [0, 1]);
});

test('a connection that is refused never reaches the server', async () => {
  const { answer, counts } = await askThrough({ kind: 'refuse' });
  assert.equal(answer, null);
  assert.equal(reached, 0);
  assert.equal(counts.refuse, 1);
});

test('a reply that drips or stalls comes whole in the end', async () => {
  for (const fate of [
    { kind: 'drip', bytes: 1000, everyMs: 1 },
    { kind: 'stall', afterBytes: 10, ms: 20 },
  ] as const) {
    const { answer, counts } = await askThrough(fate);
    assert.equal(answer?.text, page, fate.kind);
    assert.equal(counts[fate.kind], 1);
  }
});

test('every connection has the fate of its number', async () => {
  const proxy = await startFaultProxy({
    to: port,
    fateOf: (connection) => ({ kind: connection === 1 ? 'refuse' : 'pass' }),
  });
  const answers: boolean[] = [];
  for (let connection = 0; connection < 3; connection += 1) {
    const client = createClient();
    answers.push((await client.ask({ url: `${proxy.url}/` })) !== null);
    client.close();
  }
  await proxy.close();
  assert.deepEqual(answers, [true, false, true]);
});
