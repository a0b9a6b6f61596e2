import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { createAnswerCheck } from '../../campaign/fuzz/check-answer.ts';
import { readDocument } from '../../campaign/fuzz/document.ts';
import type { RawAnswer } from '../../campaign/fuzz/raw-http.ts';
import { accessStep } from '../../campaign/parts/access.ts';
import { fuzzStep } from '../../campaign/parts/fuzz.ts';
import { findCanaries, logStep } from '../../campaign/parts/logs.ts';
import { shortRun } from './short-run.ts';

const { context } = shortRun();

test('whatever is sent gets an answer of the document and leaves nothing behind when refused (PR1, AU6)', async () => {
  const run = await context('sqlite');
  const { requests, accepted, failures, breaches, changed, silent } = await fuzzStep(run, 0, 12);
  const findings = await readFile(join(run.folder, 'findings-0.txt'), 'utf8');
  assert.deepEqual(
    { failures, breaches, changed, silent },
    { failures: 0, breaches: 0, changed: 0, silent: 0 },
    findings,
  );
  assert.ok((requests ?? 0) > 100 && (accepted ?? 0) > 20);
});

test('an answer that the document does not know is found out', () => {
  const document = readDocument();
  const check = createAnswerCheck(document);
  const operation = document.operations.find(({ name }) => name === 'createSession');
  assert.ok(operation);
  const headers = new Map([
    ['cache-control', 'no-store'],
    ['x-content-type-options', 'nosniff'],
    ['content-type', 'application/json'],
  ]);
  const problemHeaders = new Map([...headers, ['content-type', 'application/problem+json']]);
  const token = { token: 't', expiresAt: '2026-11-22T02:57:00Z' };
  const problem = { type: 'about:blank', title: 'Bad Request', status: 400, code: 'invalid_request', requestId: 'r' };
  const said = (status: number, body: unknown, with_ = headers): RawAnswer => ({
    status,
    headers: with_,
    text: JSON.stringify(body),
  });
  assert.equal(check(operation, said(200, token)), null);
  assert.equal(check(operation, said(400, problem, problemHeaders)), null);
  assert.match(check(operation, said(200, { ...token, secret: 's' })) ?? '', /additional/);
  assert.match(check(operation, said(200, { token: 1 })) ?? '', /must/);
  assert.match(check(operation, said(200, token, new Map([...headers, ['cache-control', 'public']]))) ?? '', /cached/);
  assert.match(
    check(operation, said(400, { ...problem, code: 'too_late' }, problemHeaders)) ?? '',
    /not in the document/,
  );
  assert.match(check(operation, said(418, problem, problemHeaders)) ?? '', /not in the document/);
  assert.match(check(operation, said(500, problem, problemHeaders)) ?? '', /500/);
});

test('the access matrix holds over HTTP on a real database (AC1, AC2)', async () => {
  const { counts, report } = await accessStep(await context('sqlite'), 0.2);
  assert.deepEqual(report, []);
  assert.ok((counts.cells ?? 0) > 50);
  assert.equal(counts.unlike, 0);
});

test('the logs of a server hold no code, token, proof, phone, mail, name or text (PR2)', async () => {
  const { canaries, lines, errors, hits } = await logStep(await context('sqlite'), 6);
  assert.ok((canaries ?? 0) > 30 && (lines ?? 0) > 30 && (errors ?? 0) > 0);
  assert.equal(hits, 0);
});

test('a secret in a log is found out, and a number that only holds it is not', () => {
  const canaries = [
    { kind: 'code', text: '482913' },
    { kind: 'mail', text: 'a@mail.example' },
  ] as const;
  assert.deepEqual(findCanaries('sent 482913 to <a@mail.example>, then 482913', canaries), { code: 2, mail: 1 });
  assert.deepEqual(findCanaries('id 14829137, b.a@mail.examples', canaries), {});
});
