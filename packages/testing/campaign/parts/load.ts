import { join } from 'node:path';
import { atLeast, atMost, exactly, told, type Figure } from '../figures.ts';
import { mixedRun, type LoadMember } from '../load/mixed-run.ts';
import { median, percentile } from '../load/percentile.ts';
import { pressReads } from '../load/press-reads.ts';
import { addSteps, type Counts, type Part, type PartContext } from '../part.ts';
import { createStage, personNamed, type Stage } from '../stage.ts';
import { startProgram } from '../start-server-process.ts';

const CONNECTIONS = 50;
const MEMBERSHIPS_EACH = 4;
const LEAST_RATIO = 0.85;
const MOST_READ_P99_MS = 50;
const MOST_COMMAND_P99_MS = 250;

/** How long it is measured. */
interface LoadTimes {
  readonly pairs: number;
  readonly secondsPerRun: number;
  readonly warmUpSeconds: number;
  readonly mixedSeconds: number;
}

async function declareMembers(stage: Stage, at: string): Promise<LoadMember[]> {
  const host = stage.host(at);
  const members: LoadMember[] = [];
  for (let number = 0; number < CONNECTIONS; number += 1) {
    const person = personNamed(`load-${number}`);
    const membershipIds = Array.from({ length: MEMBERSHIPS_EACH }, (_, index) => `m_load_${number}_${index}`);
    await Promise.all(membershipIds.map((id) => host.declare(id, person)));
    members.push({ token: await host.token(person), membershipIds });
  }
  return members;
}

interface Sides {
  readonly ours: readonly [url: string, headers: Readonly<Record<string, string>>];
  readonly bare: readonly [url: string, headers: Readonly<Record<string, string>>];
}

/** Ours and the bare one by turns, so that whatever else the machine does falls on both. */
async function compareReads(
  { ours, bare }: Sides,
  { pairs: count, secondsPerRun: seconds, warmUpSeconds }: LoadTimes,
): Promise<Counts> {
  await pressReads(...ours, { connections: CONNECTIONS, seconds: warmUpSeconds });
  await pressReads(...bare, { connections: CONNECTIONS, seconds: warmUpSeconds });
  const pairs: { ours: number; bare: number; errors: number }[] = [];
  for (let pair = 0; pair < count; pair += 1) {
    const our = await pressReads(...ours, { connections: CONNECTIONS, seconds });
    const other = await pressReads(...bare, { connections: CONNECTIONS, seconds });
    pairs.push({ ours: our.perSecond, bare: other.perSecond, errors: our.errors + other.errors });
  }
  return {
    oursPerSecond: median(pairs.map((pair) => pair.ours)),
    barePerSecond: median(pairs.map((pair) => pair.bare)),
    ratio: median(pairs.map((pair) => pair.ours / pair.bare)),
    readErrors: pairs.reduce((sum, { errors }) => sum + errors, 0),
  };
}

/** Reads beside the bare route, then reads and commands together. */
export async function loadStep(context: PartContext, times: LoadTimes): Promise<Counts> {
  const database = await context.engine.createDatabase('load');
  const stage = await createStage({ database, logFolder: context.folder, logged: false });
  const env = { CAMPAIGN_BARE: JSON.stringify({ url: database.adminLocation }) };
  const bare = await startProgram({ file: 'load/bare-process.ts', env, logFile: join(context.folder, 'bare.log') });
  try {
    const { url } = await stage.start();
    const members = await declareMembers(stage, url);
    const [{ token = '', membershipIds: [id = ''] = [] } = {}] = members;
    const compared = await compareReads(
      {
        ours: [`${url}/v1/memberships/${id}`, { authorization: `Bearer ${token}` }],
        bare: [`${bare.url}/memberships/${id}`, {}],
      },
      times,
    );
    const mixed = await mixedRun(url, members, times.mixedSeconds);
    return {
      ...compared,
      mixedPerSecond: (mixed.readMs.length + mixed.commandMs.length) / mixed.seconds,
      readP50: percentile(mixed.readMs, 50),
      readP99: percentile(mixed.readMs, 99),
      commandP50: percentile(mixed.commandMs, 50),
      commandP99: percentile(mixed.commandMs, 99),
      mixedErrors: mixed.errors,
    };
  } finally {
    await bare.kill();
    await stage.stop();
    await database.close();
  }
}

async function run(context: PartContext): Promise<Figure[]> {
  const of = await addSteps(context, 1, () =>
    loadStep(context, {
      pairs: 4,
      warmUpSeconds: 3,
      secondsPerRun: context.scaled(10),
      mixedSeconds: context.scaled(120),
    }),
  );
  return [
    told('reads per second', of('oursPerSecond')),
    told('reads per second of a bare Hono and pg route', of('barePerSecond')),
    atLeast('reads as a share of the bare route', of('ratio'), LEAST_RATIO),
    told('reads and commands 90:10, per second', of('mixedPerSecond')),
    told('reads among them, p50, ms', of('readP50')),
    atMost('reads among them, p99, ms', of('readP99'), MOST_READ_P99_MS),
    told('commands among them, p50, ms', of('commandP50')),
    atMost('commands among them, p99, ms', of('commandP99'), MOST_COMMAND_P99_MS),
    exactly('errors', of('readErrors') + of('mixedErrors'), 0),
  ];
}

/** How fast it is on this machine, beside the least that could do it, in the same run. */
export const load: Part = {
  name: 'load',
  about: 'reads and commands 90:10 over 50 connections; reads by turns with a bare Hono and pg route',
  engines: ['postgres'],
  run,
};
