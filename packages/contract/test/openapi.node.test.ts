import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operations } from '@leavewell/contract';
import { openApiDocument } from '@leavewell/contract/openapi';

const document = JSON.parse(JSON.stringify(openApiDocument('/leavewell'))) as {
  openapi: string;
  servers: { url: string }[];
  paths: Record<string, Record<string, { operationId: string; parameters: { name: string }[]; responses: object }>>;
  components: { schemas: Record<string, { properties?: object; required?: string[] }> };
};
const described = Object.values(document.paths).flatMap((methods) => Object.values(methods));

test('the document is OpenAPI 3.1, below the mount path, and describes every operation once', () => {
  assert.equal(document.openapi, '3.1.0');
  assert.deepEqual(document.servers, [{ url: '/leavewell' }]);
  assert.deepEqual(described.map((operation) => operation.operationId).sort(), Object.keys(operations).sort());
});

test('every reference in the document leads to a schema that is in it', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map((m) => m[1]);
  assert.ok(references.length > 20);
  for (const name of references) assert.ok(name !== undefined && name in document.components.schemas, name);
});

test('a partner reads which header makes a command happen once, and which problems can be answered (XO3)', () => {
  const cancel = described.find((operation) => operation.operationId === 'cancelRenewal');
  assert.deepEqual(cancel?.parameters.map((parameter) => parameter.name), ['id', 'Idempotency-Key', 'If-Match']);
  for (const status of ['200', '202', '400', '401', '403', '404', '409', '412', '422', '503']) {
    assert.ok(status in (cancel?.responses ?? {}), status);
  }
});

test('the membership says its zone and last day beside the instants (S38, TZ1)', () => {
  const required = document.components.schemas.Membership?.required ?? [];
  for (const field of ['timeZone', 'accessEndsAt', 'lastDay', 'nextChargeAt', 'cancelBy', 'actions', 'state']) {
    assert.ok(required.includes(field), field);
  }
});
