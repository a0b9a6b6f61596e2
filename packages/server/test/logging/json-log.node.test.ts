import { createFixtureClock, fixtureNow } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonLog } from '../../src/logging/json-log.ts';
import { base, startServer } from '../handler/start-server.ts';

function startLog() {
  const lines: string[] = [];
  return { lines, log: jsonLog({ write: (line) => lines.push(line), clock: createFixtureClock(fixtureNow) }) };
}

test('each entry is one line of JSON with its instant, whatever is in it', () => {
  const { lines, log } = startLog();
  log({ level: 'error', message: 'two\nlines', requestId: 'r1', error: new Error('a\nb', { cause: 'c' }) });
  const [line = ''] = lines;
  assert.ok(!line.includes('\n'));
  const { time, level, message, requestId, error } = JSON.parse(line);
  assert.deepEqual([time, level, message, requestId], ['2026-11-22T02:42:00Z', 'error', 'two\nlines', 'r1']);
  assert.deepEqual([error.name, error.message, error.cause], ['Error', 'a\nb', 'c']);
});

test('a line says method, pattern, status, time taken, tenant and code, and not what was asked for (PR2)', async () => {
  const { lines, log } = startLog();
  const server = await startServer({ log });
  const liWen = await server.member();
  await liWen.ok('getMembership', { id: 'm_pro' });
  await liWen.refused('getMembership', 'membership_not_found', { id: 'what-i-typed', query: {} });
  await server.handler(new Request(`${base}/what-i-typed`));
  const told = lines.slice(-3).map((line) => JSON.parse(line));
  const route = '/leavewell/v1/memberships/{id}';
  const always = { level: 'info', method: 'GET', durationMs: 0 };
  assert.deepEqual(
    told.map(({ requestId: _, time: __, ...rest }) => rest),
    [
      { ...always, message: `GET ${route} 200`, route, tenantId: 'acme', status: 200 },
      { ...always, message: `GET ${route} 404`, route, tenantId: 'acme', code: 'membership_not_found', status: 404 },
      { ...always, message: 'GET * 404', code: 'not_found', status: 404 },
    ],
  );
  assert.ok(!lines.join().includes('what-i-typed'));
});

test('the time a request took is in its line', async () => {
  const clock = createFixtureClock(fixtureNow);
  const identify = async () => {
    clock.advance(250);
    return null;
  };
  const server = await startServer({ clock, identify });
  await server.caller({}).refused('getSession', 'session_missing');
  assert.equal(server.log.at(-1)?.durationMs, 250);
});
