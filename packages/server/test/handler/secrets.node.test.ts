import { openSqliteStore } from '@leavewell/server/sqlite';
import { fixtureMembers } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { hostKey, startServer } from './start-server.ts';

/** Everything the store left on the disk, as text. */
async function bytesIn(folder: string): Promise<string> {
  const files = await readdir(folder);
  return (await Promise.all(files.map((file) => readFile(join(folder, file), 'latin1')))).join('\n');
}

/** Whether a text stands there by itself, not as a part of a longer word or number. */
function contains(text: string, secret: string): boolean {
  const literal = secret.replace(/[^A-Za-z0-9]/g, '\\$&');
  return new RegExp(`(?<![A-Za-z0-9])${literal}(?![A-Za-z0-9])`).test(text);
}

test('codes, proofs, tokens and keys are nowhere in the database or the log (AU4, PR2)', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'leavewell-'));
  t.after(() => rm(folder, { recursive: true }));
  const store = await openSqliteStore({ file: join(folder, 'secrets.sqlite') });
  const server = await startServer({ store });
  const { token } = await server.host.ok('createSession', { body: { member: fixtureMembers['li-wen'] } });
  const liWen = server.caller({ authorization: `Bearer ${token}` });
  const body = { membershipId: 'm_pro', command: 'cancelRenewal', method: 'sms_code' };
  const { id } = await liWen.ok('startVerification', { body });
  const code = server.lastCode();
  const { proof } = await liWen.ok('finishVerification', { id, body: { code } });
  await liWen.ok('cancelRenewal', { id: 'm_pro', key: 'intent-0001', body: { proof } });
  await server.receiptsArrived(1);
  await liWen.refused('finishVerification', 'verification_expired', { id, body: { code } });
  await store.close();

  const stored = await bytesIn(folder);
  assert.ok(contains(stored, 'm_pro') && contains(stored, 'Li Wen'), 'the test reads what was stored');
  const logged = JSON.stringify(server.log);
  for (const [what, secret] of Object.entries({ code, proof, token, hostKey })) {
    assert.ok(!contains(stored, secret), `${what} in the database`);
    assert.ok(!contains(logged, secret), `${what} in the log`);
  }
  for (const personal of ['Li Wen', '+8613800002207', 'li.wen@northwind.example', '2026-0117-3391']) {
    assert.ok(!logged.includes(personal), `${personal} in the log`);
  }
});

test('no answer to a browser has a phone, a mail address or anything of a secret (PR1)', async () => {
  const server = await startServer();
  const liWen = await server.member();
  const replies = [
    await liWen.ask('getSession'),
    await liWen.ask('listMemberships'),
    await liWen.ask('getMembership', { id: 'm_pro' }),
    await liWen.ask('previewCancelRenewal', { id: 'm_pro' }),
    await liWen.ask('startVerification', {
      body: { membershipId: 'm_pro', command: 'cancelRenewal', method: 'sms_code' },
    }),
  ];
  for (const { status, text } of replies) {
    assert.equal(status, 200, text);
    for (const secret of [
      '13800002207',
      'li.wen@',
      'tenantId',
      'acme',
      'secretHash',
      'providerReference',
      server.lastCode(),
    ]) {
      assert.ok(!contains(text, secret), `${secret} in ${text}`);
    }
  }
});
