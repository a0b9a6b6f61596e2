import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  memberOperations,
  operations,
  refusalErrors,
  RefusalCode,
  serverErrors,
  type FullOperation,
} from '@leavewell/contract';

const members = new Set<string>(Object.values(memberOperations).map((operation) => operation.path));
const table: [string, FullOperation][] = Object.entries(operations);

test('every path starts with the version and every method and path pair is one operation', () => {
  const seen = new Set<string>();
  for (const [name, { method, path }] of table) {
    assert.match(path, /^\/v1\//, name);
    assert.ok(!seen.has(`${method} ${path}`), `${name} repeats ${method} ${path}`);
    seen.add(`${method} ${path}`);
  }
});

test('only the host reaches the host paths, only who signs the webhooks, and anybody the public ones (WH5, AU5)', () => {
  const prefixes = { host: /^\/v1\/host\//, provider: /^\/v1\/webhooks\//, public: /^\/v1\/public\//, member: /^never$/ };
  for (const { path, caller } of table.map(([, operation]) => operation).filter((o) => !members.has(o.path))) {
    assert.match(path, prefixes[caller]);
  }
  for (const name of Object.keys(memberOperations) as (keyof typeof memberOperations)[]) {
    const { path, caller } = operations[name];
    assert.equal(caller, 'member');
    assert.doesNotMatch(path, /\/host\//);
  }
});

test('every command on a membership asks for an idempotency key (XO3)', () => {
  for (const [name, operation] of table) {
    const isCommand = operation.method === 'POST' && /(-renewal|\/withdraw)$/.test(operation.path);
    assert.equal(operation.idempotent ?? false, isCommand, name);
    if (isCommand) assert.ok(operation.errors.includes('idempotency_key_missing'), name);
  }
});

test('every body refuses a field that is not in the contract, such as a member id of the caller (AU6)', () => {
  for (const [name, operation] of table) {
    if (!operation.body) continue;
    const result = operation.body.safeParse({ memberId: 'someone-else', tenantId: 'another' });
    assert.equal(result.success, false, name);
    assert.ok(result.error.issues.some((issue) => issue.code === 'unrecognized_keys'), name);
  }
});

test('every code has a status of a client or server error, and refusals are never 5xx', () => {
  for (const [code, status] of Object.entries({ ...serverErrors, ...refusalErrors })) {
    assert.match(code, /^[a-z]+(_[a-z]+)*$/);
    assert.ok(status >= 400 && status < 600, code);
  }
  for (const code of RefusalCode.options) assert.ok(refusalErrors[code] < 500, code);
});
