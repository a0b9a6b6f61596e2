import { Membership, RenewalOutcome } from '@leavewell/contract';
import { setTimeout as pause } from 'node:timers/promises';
import { startFaultProxy, type ConnectionFate } from '../../src/fault-proxy.ts';
import { createClient, type Answer, type Client } from '../ask.ts';
import { exactly, told, type Figure } from '../figures.ts';
import { inTurns } from '../in-turns.ts';
import { addSteps, type Counts, type Part, type PartContext } from '../part.ts';
import { createSeededRandom, seedFor, type SeededRandom } from '../seeded-random.ts';
import { commandRequest, createStage, personNamed, type Stage, type WrapCompany } from '../stage.ts';

const INTENTS = 10_000;
const INTENTS_PER_STEP = 1000;
const CONNECTIONS = 50;
const MEMBERS = 20;
const MOST_SENDS = 20;

/** One cancellation that a member wants, and what was answered under its key. */
interface Intent {
  readonly membershipId: string;
  readonly token: string;
  readonly key: string;
  /** The different final answers; more than one is a contradiction. */
  readonly finals: Set<string>;
}

/** Every connection loses a reply sooner or later; an answer has about two kilobytes. */
function replyFates(random: SeededRandom): (connection: number) => ConnectionFate {
  return () => {
    if (random.chance(0.05)) return { kind: 'refuse' };
    if (random.chance(0.05)) return { kind: 'drip', bytes: 400, everyMs: 1 };
    return { kind: 'cut', afterBytes: random.chance(0.2) ? 0 : random.whole(1, 20_000) };
  };
}

function companyFates(random: SeededRandom): (connection: number) => ConnectionFate {
  return () => {
    if (random.chance(0.1)) return { kind: 'refuse' };
    return { kind: 'cut', afterBytes: random.chance(0.3) ? 0 : random.whole(1, 20_000) };
  };
}

/** What may still change when the same key is sent again: pending, in progress, or not reached at all. */
function isFinal({ status, text }: Answer): boolean {
  if (status === 202 || status >= 500 || status === 429) return false;
  return !(status === 409 && text.includes('"in_progress"'));
}

function note(intent: Intent, answer: Answer | null): boolean {
  if (answer === null || !isFinal(answer)) return false;
  intent.finals.add(`${answer.status} ${answer.text}`);
  return true;
}

async function declareIntents(stage: Stage, at: string, step: string, count: number): Promise<Intent[]> {
  const host = stage.host(at);
  const members = Array.from({ length: MEMBERS }, (_, index) => personNamed(`member-${index}`));
  const tokens = await Promise.all(members.map((member) => host.token(member)));
  const numbers = Array.from({ length: count }, (_, index) => index);
  await inTurns(numbers, 8, (number) =>
    host.declare(`m_${step}_${number}`, members[number % MEMBERS] ?? personNamed('none')),
  );
  return numbers.map((number) => ({
    membershipId: `m_${step}_${number}`,
    token: tokens[number % MEMBERS] ?? '',
    key: `intent-${step}-${number}`,
    finals: new Set(),
  }));
}

/** Every intent 1 to 20 times: of some all at once, of others far apart. */
function sendsOf(intents: readonly Intent[], random: SeededRandom): Intent[] {
  const sends = intents.flatMap((intent) => {
    const start = random.next();
    const spread = random.chance(0.5) ? 0.0005 : 1;
    return Array.from({ length: random.whole(1, MOST_SENDS) }, () => ({ intent, at: start + random.next() * spread }));
  });
  return sends.sort((a, b) => a.at - b.at).map(({ intent }) => intent);
}

/** The member presses again, now on a good line, until there is an answer. */
async function finish(client: Client, at: string, intent: Intent): Promise<void> {
  for (let press = 0; press < 100; press += 1) {
    if (note(intent, await client.ask(commandRequest({ ...intent, at })))) return;
    await pause(100);
  }
}

async function isRight(
  client: Client,
  at: string,
  { membershipId, token, finals }: Intent,
  stage: Stage,
): Promise<boolean> {
  const headers = { authorization: `Bearer ${token}` };
  const { text } = await client.sure({ url: `${at}/v1/memberships/${membershipId}`, headers });
  const membership = Membership.parse(JSON.parse(text));
  const [final = ''] = finals;
  if (!final.startsWith('200 ')) return false;
  const { receipt } = RenewalOutcome.parse(JSON.parse(final.slice(4)));
  const isOff = membership.renewal === 'off' && !stage.company.subscription(`sub_${membershipId}`).renews;
  return isOff && receipt !== null && membership.receiptId === receipt.id;
}

function writesOf(stage: Stage, intents: readonly Intent[]): number[] {
  const bySubscription = Map.groupBy(stage.company.writes, ({ subscription }) => subscription);
  return intents.map(({ membershipId }) => bySubscription.get(`sub_${membershipId}`)?.length ?? 0);
}

/** Sends everything, finishes everything, and counts. */
export async function storm(
  context: PartContext,
  index: number,
  count: number,
  wrapCompany?: WrapCompany,
): Promise<Counts> {
  const random = createSeededRandom(seedFor(context.seed, `exactly-once ${index}`));
  const database = await context.engine.createDatabase(`exactly-once-${index}`);
  const stage = await createStage({
    database,
    logFolder: context.folder,
    companyFateOf: companyFates(createSeededRandom(random.whole(0, 1e9))),
    ...(wrapCompany && { wrapCompany }),
  });
  const good = createClient({ connections: 8 });
  const clients = Array.from({ length: CONNECTIONS }, () => createClient());
  try {
    const { url, port } = await stage.start();
    const intents = await declareIntents(stage, url, String(index), count);
    const proxy = await startFaultProxy({ to: port, fateOf: replyFates(createSeededRandom(random.whole(0, 1e9))) });
    const sends = sendsOf(intents, random);
    let lost = 0;
    await inTurns(sends, CONNECTIONS, async (intent, worker) => {
      const answer = (await clients[worker]?.ask(commandRequest({ ...intent, at: proxy.url }))) ?? null;
      if (answer === null) lost += 1;
      note(intent, answer);
    });
    await proxy.close();
    const unknown = intents.filter(({ finals }) => finals.size === 0).length;
    await inTurns(intents, 8, (intent) => finish(good, url, intent));
    const right: boolean[] = [];
    await inTurns(intents, 8, async (intent) => void right.push(await isRight(good, url, intent, stage)));
    const writes = writesOf(stage, intents);
    return {
      intents: intents.length,
      sends: sends.length,
      lost,
      unknown,
      companyCuts: stage.companyProxy.counts.cut + stage.companyProxy.counts.refuse,
      writes: writes.reduce((sum, each) => sum + each, 0),
      maxWrites: Math.max(...writes),
      wrong: right.filter((each) => !each).length,
      differing: intents.filter(({ finals }) => finals.size > 1).length,
    };
  } finally {
    for (const client of [good, ...clients]) client.close();
    await stage.stop();
    await database.close();
  }
}

async function run(context: PartContext): Promise<Figure[]> {
  const intents = context.scaled(INTENTS);
  const steps = Math.ceil(intents / INTENTS_PER_STEP);
  const of = await addSteps(context, steps, (index) => storm(context, index, Math.ceil(intents / steps)));
  return [
    told('cancels', of('intents')),
    told('requests', of('sends')),
    told('replies that were lost', of('lost')),
    told('intents whose outcome the member did not know', of('unknown')),
    told("the company's replies that were lost", of('companyCuts')),
    exactly('provider writes per intent', of('writes') / of('intents'), 1),
    exactly('most writes of one intent', of('maxWrites'), 1),
    exactly('end states that are wrong', of('wrong'), 0),
    exactly('keys with differing final answers', of('differing'), 0),
  ];
}

/** Every cancel reaches the company once, however often it is sent and whatever is lost on the way (XO1-XO4). */
export const exactlyOnce: Part = {
  name: 'exactly-once',
  about: 'cancels, each sent 1-20 times over 50 connections, replies of server and company cut at random bytes',
  engines: ['sqlite', 'postgres'],
  run,
};
