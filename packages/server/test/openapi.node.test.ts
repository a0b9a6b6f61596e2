import { createConfig, lintFromString } from '@redocly/openapi-core';
import assert from 'node:assert/strict';
import { test } from 'node:test';
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
