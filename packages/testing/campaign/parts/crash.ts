import { setTimeout as pause } from 'node:timers/promises';
import { createClient, type Client } from '../ask.ts';
import type { Database } from '../engine.ts';
import { atMost, exactly, told, type Figure } from '../figures.ts';
import { freePort } from '../free-port.ts';
import { addSteps, type Counts, type Part, type PartContext } from '../part.ts';
import { createSeededRandom, seedFor, type SeededRandom } from '../seeded-random.ts';
import { createStage, personNamed, type Stage } from '../stage.ts';
import type { ServerProcess } from '../start-server-process.ts';
import { createCrashMember, type CrashMember } from './crash-member.ts';

const KILLS = 200;
const KILLS_PER_STEP = 25;
const CLIENTS = 8;
const MEMBERSHIPS_EACH = 4;
const READY_WITHIN_MS = 5000;
/** Longer than any lease and any wait between two tries of a message. */
const LONG_AHEAD_MS = 24 * 60 * 60_000;

/** Kills the server at a random moment, at a write that has just reached the company, or at a message just taken. */
async function killSometime(server: ServerProcess, stage: Stage, random: SeededRandom): Promise<void> {
  const hit = Promise.withResolvers<void>();
  const after = random.whole(1, 30);
  const countdown = () => {
    let seen = 0;
    return () => {
      seen += 1;
      if (seen === after) hit.resolve(server.kill());
    };
  };
  const moment = random.pick(['time', 'write', 'message'] as const);
  if (moment === 'write') stage.company.onWrite = countdown();
  if (moment === 'message') stage.sink.onMessage = countdown();
  const latest = new AbortController();
  void pause(random.whole(20, moment === 'time' ? 700 : 2000), undefined, { signal: latest.signal }).then(
    () => hit.resolve(server.kill()),
    () => undefined,
  );
  await hit.promise;
  latest.abort();
  stage.company.onWrite = () => undefined;
  stage.sink.onMessage = () => undefined;
}

interface Crew {
  readonly members: readonly CrashMember[];
  /** Tokens do not live as long as a server's clock jumps. */
  renewTokens(at: string): Promise<void>;
  each(work: (member: CrashMember) => Promise<number>): Promise<number>;
}

async function createCrew(stage: Stage, at: string, clients: readonly Client[], random: SeededRandom): Promise<Crew> {
  const people = clients.map((_, index) => personNamed(`member-${index}`));
  const tokens: string[] = [];
  const membershipIds = people.map(({ id }) =>
    Array.from({ length: MEMBERSHIPS_EACH }, (_, index) => `m_${id}_${index}`),
  );
  for (const [index, person] of people.entries()) {
    for (const id of membershipIds[index] ?? []) await stage.host(at).declare(id, person);
  }
  const members = clients.map((client, index) =>
    createCrashMember({
      stage,
      client,
      token: () => tokens[index] ?? '',
      membershipIds: membershipIds[index] ?? [],
      random: createSeededRandom(random.whole(0, 1e9)),
    }),
  );
  return {
    members,
    renewTokens: async (url) => {
      for (const [index, person] of people.entries()) tokens[index] = await stage.host(url).token(person);
    },
    each: async (work) => (await Promise.all(members.map(work))).reduce((sum, count) => sum + count, 0),
  };
}

/**
 * Waits until the message of every receipt that was acknowledged is in; resolves to how many are missing even so. A job
 * queue holds on to what a lost process had in hand for a minute of real time.
 */
async function missingMessages({ sink }: Stage, { members }: Crew): Promise<number> {
  const receipts = members.flatMap(({ acknowledged }) => acknowledged.map(({ receipt }) => receipt.id));
  const missing = () => receipts.filter((id) => !sink.idsByReceipt.has(id)).length;
  for (let wait = 0; wait < 1500 && missing() > 0; wait += 1) await pause(100);
  return missing();
}

function messagesTwice({ sink }: Stage): number {
  return [...sink.idsByReceipt.values()].filter((ids) => ids.size > 1).length;
}

/** Members press without rest until something has happened. */
async function whileWorking({ members }: Crew, { url }: ServerProcess, happens: () => Promise<void>): Promise<void> {
  const working = members.map((member) => member.work(url));
  try {
    await happens();
  } finally {
    await Promise.all(working.map((each) => each.stop()));
  }
}

/** One life of the server: it works, is killed, starts again, and everything acknowledged must be there. */
async function liveAndDie(stage: Stage, crew: Crew, database: Database, server: ServerProcess, random: SeededRandom) {
  await whileWorking(crew, server, () => killSometime(server, stage, random));
  if (random.chance(0.1)) await database.crash?.();
}

/** The database program is killed and started again while the server lives on, and the server must get over it. */
async function loseDatabase(crew: Crew, database: Database, server: ServerProcess): Promise<void> {
  await whileWorking(crew, server, async () => {
    await pause(200);
    await database.crash?.();
    await pause(200);
  });
}

async function killRepeatedly(stage: Stage, database: Database, kills: number, random: SeededRandom): Promise<Counts> {
  const clients = Array.from({ length: CLIENTS }, () => createClient({ timeoutMs: 5000 }));
  const port = await freePort();
  let server = await stage.start({ port });
  const crew = await createCrew(stage, server.url, clients, random);
  const readyMs: number[] = [];
  let [aheadMs, lost] = [0, 0];
  const restart = async (byMs: number) => {
    aheadMs += byMs;
    server = await stage.start({ port, aheadMs });
    readyMs.push(server.readyMs);
    await crew.renewTokens(server.url);
    lost += await crew.each((member) => member.check(server.url));
  };
  await crew.renewTokens(server.url);
  for (let kill = 0; kill < kills; kill += 1) {
    await liveAndDie(stage, crew, database, server, random);
    // Half of the time it is back at once, while what it left is still leased.
    await restart(random.chance(0.5) ? 0 : random.whole(60_000, 120_000));
  }
  if (database.crash) await loseDatabase(crew, database, server);
  await server.kill();
  await restart(LONG_AHEAD_MS);
  const unfinished = await crew.each((member) => member.finish(server.url));
  lost += await crew.each((member) => member.check(server.url));
  for (const client of clients) client.close();
  return {
    kills,
    lost,
    unfinished,
    acknowledged: await crew.each(async ({ acknowledged }) => acknowledged.length),
    contradictions: await crew.each(async ({ contradictions }) => contradictions()),
    missing: await missingMessages(stage, crew),
    twice: messagesTwice(stage),
    repeats: [...stage.sink.timesById.values()].reduce((sum, times) => sum + times - 1, 0),
    maxReadyMs: Math.max(...readyMs),
  };
}

/** A number of kills over one database. */
export async function crashStep(context: PartContext, index: number, kills: number): Promise<Counts> {
  const database = await context.engine.createDatabase(`crash-${index}`);
  const stage = await createStage({ database, logFolder: context.folder });
  try {
    return await killRepeatedly(stage, database, kills, createSeededRandom(seedFor(context.seed, `crash ${index}`)));
  } finally {
    await stage.stop();
    await database.close();
  }
}

async function run(context: PartContext): Promise<Figure[]> {
  const kills = context.scaled(KILLS);
  const steps = Math.ceil(kills / KILLS_PER_STEP);
  const of = await addSteps(context, steps, (index) => crashStep(context, index, Math.ceil(kills / steps)));
  return [
    told('SIGKILLs', of('kills')),
    told('commands acknowledged', of('acknowledged')),
    exactly('acknowledged commands lost', of('lost'), 0),
    exactly('commands that never got an answer', of('unfinished'), 0),
    exactly('begun commands that were refused', of('contradictions'), 0),
    exactly('messages sent twice', of('twice'), 0),
    exactly('messages never sent', of('missing'), 0),
    told('repeated deliveries under one message id', of('repeats')),
    atMost('restart to ready, worst, ms', Math.round(of('maxReadyMs')), READY_WITHIN_MS),
  ];
}

/** What was acknowledged survives the loss of the process at any moment (DU1, DU4). */
export const crash: Part = {
  name: 'crash',
  about: 'SIGKILL at random moments while eight members cancel and resume; restart on the same data',
  engines: ['sqlite', 'postgres'],
  run,
};
