import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base, startServer } from '../handler/start-server.ts';

/** The request id in the answer's header, in the log and in the problem. */
async function idFor(given: string | null) {
  const server = await startServer();
  const headers = given === null ? {} : { 'x-request-id': given };
  const response = await server.handler(new Request(`${base}/v1/session`, { headers }));
  const told: string = JSON.parse(await response.text()).requestId;
  return { answered: response.headers.get('x-request-id'), logged: server.log.at(-1)?.requestId, told };
}

for (const id of ['a', '7f3c9a52-1b2e-4c3d-9e8f-0a1b2c3d4e5f', 'req_01.HX-9', 'x'.repeat(64)]) {
  test(`the request id ${id} of whoever stands before us is kept, in the answer and in the log`, async () => {
    assert.deepEqual(await idFor(id), { answered: id, logged: id, told: id });
  });
}

for (const id of [null, '', 'x'.repeat(65), 'two words', 'a,b', '"><script>', 'a@b.example', 'a=b', 'a;', 'é']) {
  test(`the request id ${JSON.stringify(id)} is none, and another is made`, async () => {
    const { answered, logged, told } = await idFor(id);
    assert.match(answered ?? '', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    assert.deepEqual([logged, told], [answered, answered]);
  });
}
