import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import type { Engine } from '../../campaign/engine.ts';
import { crashStep } from '../../campaign/parts/crash.ts';
import { storm } from '../../campaign/parts/exactly-once.ts';
import { raceStep } from '../../campaign/parts/races.ts';
import { threeProcessesStep } from '../../campaign/parts/three-processes.ts';
import { sumOf } from '../../campaign/part.ts';
import type { WrapCompany } from '../../campaign/stage.ts';
import { shortRun } from './short-run.ts';

const { context, contextWith } = shortRun();

/** Between server and company every write arrives twice. */
const twice: WrapCompany =
  ({ handle }) =>
  async (request) => {
    if (request.method === 'POST') await handle(new Request(request.url, { method: 'POST', headers: request.headers }));
    return handle(request);
  };

test('cancels sent 1 to 20 times while replies are cut reach the company once each (XO2, XO4)', async () => {
  const { writes, maxWrites, wrong, differing, lost, intents } = await storm(await context('sqlite'), 0, 40);
  assert.deepEqual({ writes, maxWrites, wrong, differing }, { writes: intents, maxWrites: 1, wrong: 0, differing: 0 });
  assert.ok((lost ?? 0) > 10, 'replies were lost');
});

test('a write that arrives twice is found out', async () => {
  const { writes, maxWrites } = await storm(await context('sqlite'), 1, 3, twice);
  assert.deepEqual([writes, maxWrites], [6, 2]);
});

test('what was acknowledged survives SIGKILL, and no message is sent twice (DU1, DU4)', async () => {
  const {
    lost,
    unfinished,
    contradictions,
    missing,
    twice: again,
    maxReadyMs,
  } = await crashStep(await context('sqlite'), 0, 3);
  assert.deepEqual(
    { lost, unfinished, contradictions, missing, again },
    { lost: 0, unfinished: 0, contradictions: 0, missing: 0, again: 0 },
  );
  assert.ok((maxReadyMs ?? Infinity) < 5000, `ready after ${maxReadyMs} ms`);
});

/** SQLite on a disk that forgets every receipt. */
function forgetfulEngine(engine: Engine): Engine {
  return {
    ...engine,
    createDatabase: async (name) => {
      const database = await engine.createDatabase(name);
      const crash = async () => {
        const file = new DatabaseSync(database.location, { timeout: 5000 });
        file.exec('delete from receipts');
        file.close();
      };
      return { ...database, crash };
    },
  };
}

test('acknowledged receipts that are gone after the restart are found out', async () => {
  const { engine } = await context('sqlite');
  const { lost } = await crashStep(await contextWith(forgetfulEngine(engine)), 1, 4);
  assert.ok((lost ?? 0) > 0);
});

test('three processes on one file, hammered by one member, make one intent and one receipt (CC1, DU2)', async () => {
  const total = sumOf(await threeProcessesStep(await context('sqlite'), 0, 2));
  const { intents, writes, maxReceipts, differing, strange, wrong } = total;
  assert.deepEqual(
    { intents, writes, maxReceipts, differing, strange, wrong },
    { intents: 2, writes: 2, maxReceipts: 1, differing: 0, strange: 0, wrong: 0 },
  );
});

test('a code and its proof, each fifty times at once at two processes, work once (AU1, AU4)', async () => {
  const { rounds, proofs, orders, writes } = sumOf(await raceStep(await context('sqlite'), 0, 2));
  assert.deepEqual({ proofs, orders, writes }, { proofs: rounds, orders: rounds, writes: rounds });
});
