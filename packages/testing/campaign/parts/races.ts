import { Verification, VerificationProof } from '@leavewell/contract';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient, type Client } from '../ask.ts';
import { exactly, told, type Figure } from '../figures.ts';
import { addSteps, sumOf, type Counts, type Part, type PartContext } from '../part.ts';
import { createStage, personNamed, type Stage } from '../stage.ts';

const ROUNDS = 40;
const ROUNDS_PER_STEP = 20;
const FOLD = 50;

interface Racer {
  readonly stage: Stage;
  /** Of two server processes. */
  readonly urls: readonly string[];
  readonly client: Client;
}

interface Sent {
  readonly path: string;
  readonly body: unknown;
  readonly key?: string;
}

async function codeOf({ sink }: Stage, id: string): Promise<string> {
  for (let wait = 0; wait < 100; wait += 1) {
    const sent = sink.codes.find((each) => each.id === id);
    if (sent) return sent.code;
    await pause(20);
  }
  throw new Error(`no code was sent for ${id}`);
}

/** The right code 50 times at once, then the one proof with 50 keys at once. */
async function race({ stage, urls, client }: Racer, round: number): Promise<Counts> {
  const [url = ''] = urls;
  const person = personNamed(`racer-${round}`);
  const membershipId = `m_race_${round}`;
  const host = stage.host(url);
  await host.declare(membershipId, person);
  const token = await host.token(person);
  const send = ({ path, body, key }: Sent, at: string) =>
    client.sure({
      url: at + path,
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, ...(key && { 'idempotency-key': key }) },
      body: JSON.stringify(body),
    });
  const many = (sent: (number: number) => Sent) =>
    Promise.all(Array.from({ length: FOLD }, (_, number) => send(sent(number), urls[number % urls.length] ?? url)));

  const asked = { membershipId, command: 'cancelRenewal', method: 'sms_code' };
  const { id } = Verification.parse(JSON.parse((await send({ path: '/v1/verifications', body: asked }, url)).text));
  const code = await codeOf(stage, id);
  const finished = await many(() => ({ path: `/v1/verifications/${id}/finish`, body: { code } }));
  const proofs = finished.filter(({ status }) => status === 200);
  const [first] = proofs;
  if (!first) return { rounds: 1, proofs: 0, twice: 0, writes: 0, orders: 0 };
  const { proof } = VerificationProof.parse(JSON.parse(first.text));
  const path = `/v1/memberships/${membershipId}/cancel-renewal`;
  const canceled = await many((number) => ({ path, body: { proof }, key: `race-${round}-key-${number}` }));
  return {
    rounds: 1,
    proofs: proofs.length,
    twice: Math.max(0, proofs.length - 1),
    orders: canceled.filter(({ status }) => status === 200).length,
    writes: stage.company.writes.filter(({ subscription }) => subscription === `sub_${membershipId}`).length,
  };
}

/** Races against two processes on one database. */
export async function raceStep(context: PartContext, index: number, rounds: number): Promise<Counts[]> {
  const database = await context.engine.createDatabase(`races-${index}`);
  const stage = await createStage({ database, logFolder: context.folder, verification: true });
  const client = createClient({ connections: FOLD });
  try {
    const urls = [(await stage.start()).url, (await stage.start()).url];
    const counts: Counts[] = [];
    for (let round = 0; round < rounds; round += 1) counts.push(await race({ stage, urls, client }, round));
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
    sumOf(await raceStep(context, index, Math.ceil(rounds / steps))),
  );
  return [
    told('codes raced 50-fold, then their proofs', of('rounds')),
    exactly('codes that gave no proof', of('rounds') - of('proofs') + of('twice'), 0),
    exactly('codes that gave two proofs', of('twice'), 0),
    exactly('cancellations per proof', of('orders') / of('rounds'), 1),
    exactly('provider writes per proof', of('writes') / of('rounds'), 1),
  ];
}

/** A code and its proof work once, also when they come fifty times at once at two processes (AU1, AU4). */
export const races: Part = {
  name: 'races',
  about: 'the right code 50 times at once at two processes, then its proof with 50 keys at once',
  engines: ['sqlite', 'postgres'],
  run,
};
