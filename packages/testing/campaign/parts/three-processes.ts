import { Membership, RenewalOutcome } from '@leavewell/contract';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient, type Answer, type Client } from '../ask.ts';
import { exactly, told, type Figure } from '../figures.ts';
import { addSteps, sumOf, type Counts, type Part, type PartContext } from '../part.ts';
import { commandRequest, createStage, personNamed, type Stage } from '../stage.ts';

const ROUNDS = 100;
const ROUNDS_PER_STEP = 50;
const PROCESSES = 3;
const PRESSES = 60;

interface Round {
  readonly stage: Stage;
  readonly urls: readonly string[];
  readonly client: Client;
  readonly token: string;
  readonly membershipId: string;
  /** One key for all presses, or one for each, as of so many tabs. */
  readonly sharesKey: boolean;
}

const codeOf = (text: string): string => String(JSON.parse(text).code);

function refusalsOf(answers: readonly Answer[]): string[] {
  return answers.filter(({ status }) => status !== 200 && status !== 202).map(({ text }) => codeOf(text));
}

/** What may be said to a press that is not the one: wait, or it is off already. */
const polite = new Set(['in_progress', 'renewal_already_off', 'version_conflict', 'store_unavailable']);

async function settle({ client, urls, token, membershipId }: Round): Promise<Membership> {
  for (let look = 0; ; look += 1) {
    const headers = { authorization: `Bearer ${token}` };
    const { text } = await client.sure({ url: `${urls[look % PROCESSES]}/v1/memberships/${membershipId}`, headers });
    const membership = Membership.parse(JSON.parse(text));
    if (membership.renewal === 'off' || look === 100) return membership;
    await pause(50);
  }
}

/** One member, one membership, all processes at once. */
async function hammer(round: Round): Promise<Counts> {
  const { stage, urls, client, token, membershipId, sharesKey } = round;
  const answers = await Promise.all(
    Array.from({ length: PRESSES }, (_, press) => {
      const key = sharesKey ? `press-of-${membershipId}` : `press-${press}-of-${membershipId}`;
      return client.sure(commandRequest({ at: urls[press % PROCESSES] ?? '', token, membershipId, key }));
    }),
  );
  const { renewal, receiptId } = await settle(round);
  const done = answers.filter(({ status }) => status === 200).map(({ text }) => text);
  const receipts = new Set(done.map((text) => RenewalOutcome.parse(JSON.parse(text)).receipt?.id));
  const writes = stage.company.writes.filter(({ subscription }) => subscription === `sub_${membershipId}`);
  return {
    presses: answers.length,
    writes: writes.length,
    intents: new Set(writes.map(({ intent }) => intent)).size,
    maxReceipts: receipts.size,
    differing: new Set(done).size > 1 ? 1 : 0,
    strange: refusalsOf(answers).filter((code) => !polite.has(code)).length,
    wrong: renewal === 'off' && receiptId !== null && (receipts.size === 0 || receipts.has(receiptId)) ? 0 : 1,
  };
}

/** Rounds of one member against three processes on one database. */
export async function threeProcessesStep(context: PartContext, index: number, rounds: number): Promise<Counts[]> {
  const database = await context.engine.createDatabase(`three-processes-${index}`);
  const stage = await createStage({ database, logFolder: context.folder });
  const client = createClient({ connections: PRESSES });
  try {
    // One after the other: the first makes the tables.
    const urls: string[] = [];
    for (let number = 0; number < PROCESSES; number += 1) urls.push((await stage.start()).url);
    const person = personNamed('hammer');
    const token = await stage.host(urls[0] ?? '').token(person);
    const counts: Counts[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const membershipId = `m_${round}`;
      await stage.host(urls[round % PROCESSES] ?? '').declare(membershipId, person);
      counts.push({
        rounds: 1,
        ...(await hammer({ stage, urls, client, token, membershipId, sharesKey: round % 2 === 0 })),
      });
    }
    return counts;
  } finally {
    client.close();
    await stage.stop();
    await database.close();
  }
}

async function run(context: PartContext): Promise<Figure[]> {
  const rounds = context.scaled(ROUNDS);
  const steps = Math.ceil(rounds / ROUNDS_PER_STEP);
  const of = await addSteps(context, steps, async (index) =>
    sumOf(await threeProcessesStep(context, index, Math.ceil(rounds / steps))),
  );
  return [
    told('memberships', of('rounds')),
    told('presses', of('presses')),
    exactly('intents the company saw, per membership', of('intents') / of('rounds'), 1),
    exactly('provider writes per membership', of('writes') / of('rounds'), 1),
    exactly('most receipts of one membership', of('maxReceipts'), 1),
    exactly('memberships with differing answers', of('differing'), 0),
    exactly('refusals that explain nothing', of('strange'), 0),
    exactly('end states that are wrong', of('wrong'), 0),
  ];
}

/** Any number of processes on one database make one intent and one receipt of one member's wish (XO2, CC1, DU2). */
export const threeProcesses: Part = {
  name: 'three-processes',
  about: 'one member presses 60 times at once at three processes on one database, with one key and with many',
  engines: ['sqlite', 'postgres'],
  run,
};
