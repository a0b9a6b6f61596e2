import { SessionToken, Verification } from '@leavewell/contract';
import { serve } from '@leavewell/server/node';
import { fixtureMembers, membershipFixture } from '@leavewell/testing';
import { startEmbeddedPostgres } from '@leavewell/testing/embedded-postgres';
import assert from 'node:assert/strict';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { runLeavewell } from './run-leavewell.ts';

const hostKey = 'host-key-of-the-command-line';
const env = { LEAVEWELL_HOST_KEY: hostKey, LEAVEWELL_NOW: '2026-11-22T02:42:00Z' };

async function folderFor(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'leavewell-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'data');
}

async function call(url: string, method: string, path: string, token: string, body?: unknown): Promise<unknown> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': 'intent-0001',
  };
  const response = await fetch(url + path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  assert.equal(response.status, 200, `${method} ${path} ${response.status}`);
  return response.json();
}

async function tokenFrom(url: string): Promise<string> {
  const body = { member: fixtureMembers['li-wen'] };
  return SessionToken.parse(await call(url, 'POST', '/v1/host/sessions', hostKey, body)).token;
}

test('the server starts, says which store and policy are in force, and keeps data and sessions over a restart (DU1, DU3)', async (t) => {
  const data = await folderFor(t);
  const first = runLeavewell(['serve', '--data', data, '--port', '0'], env);
  const { lines, url } = await first.ready();
  assert.match(lines[0] ?? '', /^store: SQLite .*leavewell\.sqlite.*synchronous=FULL/);
  assert.equal(lines[1], 'policy: BASE, verification: none');
  assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
  await call(url, 'PUT', '/v1/host/memberships/m_pro', hostKey, membershipFixture('m_pro'));
  const token = await tokenFrom(url);
  await call(url, 'POST', '/v1/memberships/m_pro/cancel-renewal', token, {});
  assert.equal((await first.stop()).code, 0);

  assert.equal((await stat(join(data, 'session-secret'))).mode & 0o777, 0o600);
  const second = runLeavewell(['serve', '--data', data, '--port', '0'], env);
  const membership = await call((await second.ready()).url, 'GET', '/v1/memberships/m_pro', token);
  assert.ok(JSON.stringify(membership).includes('"renewal":"off"'));
  assert.equal((await second.stop()).code, 0);
});

test('where the place allows it a code is asked for, and posted to the address for messages (S21)', async (t) => {
  const posted = Promise.withResolvers<{ body: unknown; key: string | null }>();
  const gateway = await serve({
    port: 0,
    hostname: '127.0.0.1',
    handler: async (request) => {
      posted.resolve({ body: await request.json(), key: request.headers.get('idempotency-key') });
      return new Response(null, { status: 204 });
    },
  });
  t.after(() => gateway.close());
  const run = runLeavewell(['serve', '--data', await folderFor(t), '--port', '0'], {
    ...env,
    LEAVEWELL_MESSAGES_URL: gateway.url,
    LEAVEWELL_PLACE: 'CN',
    LEAVEWELL_VERIFICATION: 'sms_code email_code',
  });
  const { lines, url } = await run.ready();
  assert.equal(lines[1], 'policy: CN, verification: sms_code, email_code');
  await call(url, 'PUT', '/v1/host/memberships/m_pro', hostKey, membershipFixture('m_pro'));
  const body = { membershipId: 'm_pro', command: 'cancelRenewal', method: 'sms_code' };
  const { id } = Verification.parse(await call(url, 'POST', '/v1/verifications', await tokenFrom(url), body));
  const message = await posted.promise;
  assert.equal(message.key, id);
  assert.match(JSON.stringify(message.body), /"kind":"verification_code".*"code":"\d{6}"/);
  const { code, output } = await run.stop();
  assert.equal(code, 0);
  assert.ok(!/"code"|\d{6}\b.*verification_code/.test(output));
});

test('a way to verify that the law forbids stops the start with rule and article (DE-312k-2-nologin)', async (t) => {
  const forbidden = { ...env, LEAVEWELL_PLACE: 'DE', LEAVEWELL_VERIFICATION: 'sms_code' };
  const run = runLeavewell(['serve', '--data', await folderFor(t), '--port', '0'], forbidden);
  const { code, output } = await run.finished;
  assert.notEqual(code, 0);
  assert.match(output, /policy\.wishes\.DE\.verification.*DE-312k-2-nologin.*33 O 355\/22/);
});

test('two processes on one PostgreSQL say what is in force, and one goes on with what the other did (DU2, DU3)', async (t) => {
  const postgres = await startEmbeddedPostgres();
  t.after(() => postgres.stop());
  const shared = { ...env, DATABASE_URL: postgres.url, LEAVEWELL_SESSION_SECRET: 'one-secret-for-all-of-the-processes' };
  const folders = [await folderFor(t), await folderFor(t)];
  const runs = folders.map((data) => runLeavewell(['serve', '--data', data, '--port', '0'], shared));
  const [one, two] = await Promise.all(runs.map((run) => run.ready()));
  assert.ok(one && two);
  assert.match(one.lines[0] ?? '', /^store: PostgreSQL 18.*synchronous_commit=on, row security in force for role/);
  assert.ok(!one.lines.join().includes(new URL(postgres.url).password));
  await call(one.url, 'PUT', '/v1/host/memberships/m_pro', hostKey, membershipFixture('m_pro'));
  const token = await tokenFrom(one.url);
  const receipts = await Promise.all(
    [one.url, two.url].map((url) => fetchUntilDone(`${url}/v1/memberships/m_pro/cancel-renewal`, token)),
  );
  assert.equal(receipts[0], receipts[1]);
  for (const run of runs) assert.equal((await run.stop()).code, 0);
});

/** Repeats one command under one key, as a client does that is told to come back. */
async function fetchUntilDone(url: string, token: string): Promise<string> {
  for (;;) {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': 'intent-0001' };
    const response = await fetch(url, { method: 'POST', headers, body: '{}' });
    const body = await response.text();
    if (response.status === 200) return body;
    assert.equal(response.status, 409, body);
  }
}

test('a provider that the host wrote is loaded from a file', async (t) => {
  const data = await folderFor(t);
  const file = join(data, '..', 'own-provider.mjs');
  const methods = ['read', 'cancelRenewal', 'resumeRenewal'].map((name) => `async ${name}() {}`).join(', ');
  await writeFile(file, `export default () => ({ name: 'own', current: ({ facts }) => facts, ${methods} })`);
  const run = runLeavewell(['serve', '--data', data, '--port', '0', '--provider', file], env);
  const { url } = await run.ready();
  await call(url, 'PUT', '/v1/host/memberships/m_pro', hostKey, membershipFixture('m_pro', { provider: 'own' }));
  await run.stop();
});

/** What cannot be started, and what the message must name. */
const refusals: [string, string[], Record<string, string>, RegExp][] = [
  [
    'a short secret of the host',
    [],
    { LEAVEWELL_HOST_KEY: 'short' },
    /No secret, no start: set LEAVEWELL_HOST_KEY to at least 16/,
  ],
  ['a clock that is none', [], { LEAVEWELL_NOW: 'tomorrow' }, /LEAVEWELL_NOW "tomorrow".*2026-11-22T02:42:00Z/],
  [
    'an address for messages that is none',
    [],
    { LEAVEWELL_MESSAGES_URL: 'mailto:x' },
    /LEAVEWELL_MESSAGES_URL.*https:/,
  ],
  ['a port that is none', ['--port', '70000'], {}, /--port "70000".*0 to 65535/],
  ['an unknown flag', ['--colour'], {}, /--colour/],
  [
    'an origin with a path',
    ['--allow-origin', 'https://a.example/x'],
    {},
    /--allow-origin "https:\/\/a.example\/x".*www.example.com/,
  ],
  [
    'a provider that is not there',
    ['--provider', '@nobody/nothing'],
    {},
    /--provider "@nobody\/nothing" could not be loaded/,
  ],
  ['a module without a provider', ['--provider', 'node:os'], {}, /--provider "node:os" has no billing provider/],
  ['Stripe without its key', ['--provider', 'stripe'], {}, /--provider "stripe".*STRIPE_SECRET_KEY/],
  [
    'Stripe without the secret of its webhooks',
    ['--provider', 'stripe'],
    { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: '' },
    /--provider "stripe".*STRIPE_WEBHOOK_SECRET/,
  ],
  [
    'Paddle without the secret of its webhooks',
    ['--provider', 'paddle'],
    { PADDLE_API_KEY: 'pdl_sdbx_apikey_1' },
    /--provider "paddle".*PADDLE_WEBHOOK_SECRET/,
  ],
  [
    'a database and no secret that all processes share',
    [],
    { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' },
    /LEAVEWELL_SESSION_SECRET is missing/,
  ],
  ['a database that is none', [], { DATABASE_URL: 'mysql://a' }, /DATABASE_URL is no address.*postgres:/],
  [
    'an address for events and no secret to sign them',
    [],
    { LEAVEWELL_WEBHOOK_URL: 'https://host.example/events' },
    /No secret, no start: set LEAVEWELL_WEBHOOK_SECRET/,
  ],
  [
    'a secret for events that is none',
    [],
    { LEAVEWELL_WEBHOOK_URL: 'https://host.example/events', LEAVEWELL_WEBHOOK_SECRET: 'short' },
    /"webhooks/,
  ],
  ['a mount path that is none', ['--mount', 'leavewell/'], {}, /"mountPath"/],
  ['a limit that is none', ['--limit', 'requestsPerAddress'], {}, /--limit "requestsPerAddress".*=2000/],
  ['a limit nobody knows', ['--limit', 'patience=5'], {}, /"limits.patience"/],
  ['a proxy by name', ['--trusted-proxy', 'proxy.internal'], {}, /"trustedProxies"/],
];

for (const [what, args, variables, message] of refusals) {
  test(`with ${what} the command says what to give instead and ends with 2 (DU3, WH1)`, async (t) => {
    const data = await folderFor(t);
    const run = runLeavewell(['serve', '--data', data, '--port', '0', ...args], { ...env, ...variables });
    const { code, output } = await run.finished;
    assert.match(output, message);
    assert.equal(code, 2, output);
  });
}

test('a database that cannot be reached is said by the name of its variable, without the password (DU3)', async (t) => {
  const run = runLeavewell(['serve', '--data', await folderFor(t), '--port', '0'], {
    ...env,
    DATABASE_URL: 'postgres://host:the-password@127.0.0.1:1/members',
    LEAVEWELL_SESSION_SECRET: 'one-secret-for-all-of-the-processes',
  });
  const { code, output } = await run.finished;
  assert.match(output, /leavewell: DATABASE_URL: .*127\.0\.0\.1:1.*check that it runs/);
  assert.ok(!output.includes('the-password'));
  assert.equal(code, 1);
});

test('without a folder or a command the usage is shown', async () => {
  const [noData, noCommand, help] = await Promise.all([
    runLeavewell(['serve', '--port', '0'], env).finished,
    runLeavewell([], env).finished,
    runLeavewell(['--help']).finished,
  ]);
  assert.match(noData.output, /--data is missing/);
  assert.match(noCommand.output, /use serve/);
  assert.match(help.output, /^leavewell serve --data <folder>/);
  assert.deepEqual([noData.code, noCommand.code, help.code], [2, 2, 0]);
});

test('a port in use is said plainly and ends with 1', async (t) => {
  const taken = await serve({ handler: async () => new Response(), port: 0, hostname: '127.0.0.1' });
  t.after(() => taken.close());
  const { code, output } = await runLeavewell(
    ['serve', '--data', await folderFor(t), '--port', new URL(taken.url).port],
    env,
  ).finished;
  assert.deepEqual([code, /EADDRINUSE/.test(output)], [1, true]);
});
