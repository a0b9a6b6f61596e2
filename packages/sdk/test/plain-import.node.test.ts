import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';

const entry = new URL('../src/index.ts', import.meta.url).href;

/** Runs a program in a fresh Node without anything of a browser that its own Request can do without. */
async function runBare(program: string): Promise<unknown> {
  const source = `
    for (const name of ['navigator', 'crypto', 'fetch', 'WebSocket', 'EventSource']) delete globalThis[name];
    delete AbortSignal.any;
    const before = new Set(Object.getOwnPropertyNames(globalThis));
    const sdk = await import(${JSON.stringify(entry)});
    const left = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name)).sort();
    console.log(JSON.stringify(await (async () => { ${program} })()));`;
  const args = ['--conditions=@leavewell/source', '--input-type=module', '--eval', source];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}

test('the SDK can be imported where there is no page: servers, mini programs, native apps (CP1)', async () => {
  assert.deepEqual(await runBare('return Object.keys(sdk).sort();'), [
    'MemberError',
    'createAfterCancelFlow',
    'createCancelRenewalFlow',
    'createIdempotencyKey',
    'createMemberClient',
    'createMemberFlow',
    'createPasskey',
    'createResumeRenewalFlow',
    'createWithdrawFlow',
    'entityTagOf',
    'hearOtherTabs',
    'isMemberError',
  ]);
});

test('importing leaves no global of our own behind; the one name is of zod (EM8)', async () => {
  assert.deepEqual(await runBare('return left;'), ['__zod_globalRegistry']);
});

test('there, a flow gets its answers through the fetch that is given (CP1)', async () => {
  const program = `
    const problem = { type: 'x', title: 'x', status: 404, code: 'membership_not_found', requestId: 'r_1' };
    const fetch = async () => Response.json(problem, { status: 404 });
    const client = sdk.createMemberClient({ endpoint: '/leavewell', fetch });
    const flow = sdk.createCancelRenewalFlow({ client, membershipId: 'm_1' });
    await flow.start();
    return [flow.state.status, flow.state.error.code];`;
  assert.deepEqual(await runBare(program), ['failed', 'membership_not_found']);
});

test('there, a client without any fetch says that it reached nobody (CP1)', async () => {
  const program = `
    const client = sdk.createMemberClient({ endpoint: 'https://www.example.com/leavewell' });
    return client.startVerification({}).catch((error) => [error.name, error.code]);`;
  assert.deepEqual(await runBare(program), ['MemberError', 'network']);
});

test('there, a call that is given up is not repeated, although nothing can join two signals (CP1, XO2)', async () => {
  const program = `
    const later = setTimeout;
    globalThis.setTimeout = (work, ms) => later(work, ms < 1000 ? 0 : ms); // no waiting between tries
    const controller = new AbortController();
    let requests = 0;
    const fetch = async () => {
      requests += 1;
      controller.abort();
      throw new TypeError('the connection was lost');
    };
    const client = sdk.createMemberClient({ endpoint: '/leavewell', fetch });
    const code = await client.getSession({ signal: controller.signal }).catch((error) => error.code);
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => later(resolve));
    return [code, requests];`;
  assert.deepEqual(await runBare(program), ['aborted', 1]);
});
