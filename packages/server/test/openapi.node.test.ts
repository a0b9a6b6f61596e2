import { createConfig, lintFromString } from '@redocly/openapi-core';
import { operations } from '@leavewell/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receiptTypes } from '../src/receipts/receipt-format.ts';
import { base, startServer } from './handler/start-server.ts';

test('the OpenAPI document that the server hands out has no finding under the recommended rules', async () => {
  const { handler } = await startServer();
  const response = await handler(new Request(`${base}/openapi.json`));
  assert.equal(response.status, 200);
  const source = await response.text();
  assert.deepEqual(JSON.parse(source).servers, [{ url: '/leavewell' }]);
  const problems = await lintFromString({ source, config: await createConfig({ extends: ['recommended'] }) });
  assert.deepEqual(
    problems.map(({ ruleId, severity, message, location }) => ({
      ruleId,
      severity,
      message,
      at: location[0]?.pointer,
    })),
    [],
  );
});

test('the document names every form in which a receipt can be had', async () => {
  const { handler } = await startServer();
  const { paths } = await (await handler(new Request(`${base}/openapi.json`))).json();
  const { content } = paths[operations.getReceipt.path].get.responses['200'];
  assert.deepEqual(Object.keys(content).sort(), Object.values(receiptTypes).sort());
});
