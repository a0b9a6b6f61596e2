import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessStep } from '../../campaign/parts/access.ts';
import { storm } from '../../campaign/parts/exactly-once.ts';
import { loadStep } from '../../campaign/parts/load.ts';
import { threeProcessesStep } from '../../campaign/parts/three-processes.ts';
import { sumOf } from '../../campaign/part.ts';
import { shortRun } from './short-run.ts';

const { context } = shortRun();

test('on PostgreSQL too, cancels sent 1 to 20 times reach the company once each (XO2, XO4)', async () => {
  const { writes, maxWrites, wrong, differing, intents } = await storm(await context('postgres'), 0, 15);
  assert.deepEqual({ writes, maxWrites, wrong, differing }, { writes: intents, maxWrites: 1, wrong: 0, differing: 0 });
});

test('three processes on one PostgreSQL, hammered by one member, make one receipt (CC1, DU2)', async () => {
  const { intents, writes, maxReceipts, differing, strange, wrong } = sumOf(
    await threeProcessesStep(await context('postgres'), 0, 2),
  );
  assert.deepEqual(
    { intents, writes, maxReceipts, differing, strange, wrong },
    { intents: 2, writes: 2, maxReceipts: 1, differing: 0, strange: 0, wrong: 0 },
  );
});

test('the access matrix holds on PostgreSQL (AC1, AC2)', async () => {
  assert.deepEqual((await accessStep(await context('postgres'), 0.05)).report, []);
});

test('under load nothing fails, and the bare route beside it answers as well', async () => {
  const times = { pairs: 1, warmUpSeconds: 1, secondsPerRun: 1, mixedSeconds: 1 };
  const { readErrors, mixedErrors, oursPerSecond, barePerSecond, commandP99 } = await loadStep(
    await context('postgres'),
    times,
  );
  assert.deepEqual({ readErrors, mixedErrors }, { readErrors: 0, mixedErrors: 0 });
  assert.ok((oursPerSecond ?? 0) > 1 && (barePerSecond ?? 0) > 1 && Number.isFinite(commandP99));
});
