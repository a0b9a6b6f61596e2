import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { postgresRunner } from '../../src/store/postgres-runner.ts';
import { openPostgresStore } from '../../src/store/sql/postgres-store.ts';
import { claimingPerformer } from './claiming-performer.ts';

/**
 * A process of its own that does what is due at one instant, once it reads a line. Prints `ready`, then the id of each
 * task it began. In the mode `hang` it never ends one.
 */
const [url = '', now = '', mode = ''] = process.argv.slice(2);
const clock = { now: () => new Date(now) };
const store = await openPostgresStore({ url });

const perform = claimingPerformer(store, clock, async (id) => {
  process.stdout.write(`${id}\n`);
  if (mode === 'hang') await new Promise(() => {});
});
const log = ({ message }: { message: string }): void => console.error(message);
const runner = postgresRunner({ url })({ store, clock, log, perform });
const stop = runner.start(1_000_000);
await runner.runOnce();

const lines = createInterface({ input: process.stdin });
process.stdout.write('ready\n');
await once(lines, 'line');
await runner.runOnce();
lines.close();
await stop();
await store.close();
