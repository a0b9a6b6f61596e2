import fc from 'fast-check';
import { doubledCompanies, type DoubledCompany } from '../doubled/doubled-companies.ts';
import { createDoubledServer, type DoubledServer } from '../doubled/doubled-server.ts';
import { exactly, told, type Figure } from '../figures.ts';
import { addSteps, sumOf, type Counts, type Part, type PartContext } from '../part.ts';
import { createSeededRandom, seedFor, type SeededRandom } from '../seeded-random.ts';

const ORDERS = 720;
const FORGED_SHARE = 0.05;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type Change = Parameters<DoubledCompany['change']>[1];
/** Six things that happen in the company's own pages; each sends a notice. */
const changes: readonly Change[] = ['cancel', 'resume', 'cancel', 'resume', 'pause', 'resume'];
const lastWords: readonly (readonly Change[])[] = [
  changes,
  [...changes.slice(0, -1), 'cancel'],
  [...changes.slice(0, 4), 'cancel', 'end'],
];

type Notice = ReturnType<DoubledCompany['notices']>[number];

interface Delivery {
  readonly body: string;
  readonly headers: Headers;
  readonly forged: boolean;
}

/** Every notice once or twice, in any order, and some that somebody else signed. */
function deliveriesOf(notices: readonly Notice[], company: DoubledCompany, random: SeededRandom): Delivery[] {
  const true_ = notices.flatMap(({ body }) =>
    Array.from({ length: random.whole(1, 2) }, () => ({ body, headers: company.sign(body), forged: false })),
  );
  const forged = true_
    .filter(() => random.chance(FORGED_SHARE * 2))
    .map(({ body, headers }) => forge(body, headers, random));
  return random.shuffle([...true_, ...forged]);
}

/** A body or a signature that the company did not make. */
function forge(body: string, headers: Headers, random: SeededRandom): Delivery {
  const changed = new Headers(headers);
  const [[name, value] = ['', '']] = [...headers].filter(([each]) => each.includes('signature'));
  if (random.chance(0.5))
    return { body: body.replace(/"(id|event_id)":"/, '"$1":"forged'), headers: changed, forged: true };
  changed.set(
    name,
    value.replace(/[0-9a-f]$/, (digit) => (digit === '0' ? '1' : '0')),
  );
  return { body, headers: changed, forged: true };
}

/** What a page shows beside what the company would say if it were asked now. */
async function hasDrifted(server: DoubledServer, company: DoubledCompany, id: string): Promise<boolean> {
  const { renewal, endedAt } = await server.membership(id);
  const fresh = await company.provider.read(
    { tenantId: 'campaign', membershipId: id, timeZone: 'Asia/Shanghai', reference: id, facts: blankFacts },
    company.clock.now(),
  );
  return renewal !== fresh.renewal || (endedAt === null) !== (fresh.endedAt === null);
}

const blankFacts = {
  kind: 'recurring',
  renewal: 'on',
  renewalOff: null,
  payment: 'ok',
  startsAt: '2026-11-22T08:00:00Z',
  periodStartsAt: '2026-11-22T08:00:00Z',
  periodEndsAt: '2026-12-22T08:00:00Z',
  cancelBy: null,
  graceEndsAt: null,
  endedAt: null,
  resumesAt: null,
  price: null,
  paymentMethod: null,
} as const;

interface Scene {
  readonly company: DoubledCompany;
  readonly server: DoubledServer;
  readonly id: string;
  readonly notices: readonly Notice[];
}

/** The company's pages are used, and everything it sends is kept back. */
async function setScene(company: DoubledCompany, order: readonly Change[]): Promise<Scene> {
  const server = await createDoubledServer(company);
  const id = company.add();
  await server.declare(id);
  const before = company.notices().length;
  for (const change of order) {
    company.clock.advance(1000);
    company.change(id, change);
  }
  return { company, server, id, notices: company.notices().slice(before) };
}

/** Notices in some order, with doubles and forgeries, up to three days late. */
async function deliverAll({ company, server, id, notices }: Scene, random: SeededRandom): Promise<Counts> {
  const counts = { orders: 1, delivered: 0, forged: 0, forgedAccepted: 0, refused: 0, drift: 0 };
  if (random.chance(0.3)) company.clock.advance(random.whole(1, 3) * DAY_MS);
  for (const { body, headers, forged } of deliveriesOf(notices, company, random)) {
    const status = await server.deliver(body, headers);
    counts.delivered += 1;
    if (forged) counts.forged += 1;
    if (forged && status < 300) counts.forgedAccepted += 1;
    if (!forged && status >= 300) counts.refused += 1;
    if (random.chance(0.5)) await server.work();
  }
  await server.work();
  if (await hasDrifted(server, company, id)) counts.drift += 1;
  return counts;
}

/** None of the notices arrives; an hour later the sweep has put it right. */
async function blackOut({ company, server, id }: Scene): Promise<Counts> {
  company.clock.advance(HOUR_MS + 1000);
  await server.work();
  return { blackouts: 1, blackoutDrift: (await hasDrifted(server, company, id)) ? 1 : 0 };
}

async function withScene(
  create: () => Promise<DoubledCompany>,
  order: readonly Change[],
  play: (scene: Scene) => Promise<Counts>,
) {
  const company = await create();
  try {
    return await play(await setScene(company, order));
  } finally {
    await company.close();
  }
}

/** So many orders of one company's notices. */
export async function webhookStep(
  create: () => Promise<DoubledCompany>,
  seed: number,
  orders: number,
): Promise<Counts[]> {
  const random = createSeededRandom(seed);
  const histories = fc.sample(fc.shuffledSubarray([...changes], { minLength: 6 }), { seed, numRuns: orders });
  const counts: Counts[] = [];
  for (const [index, shuffled] of histories.entries()) {
    const order = index % 2 === 0 ? shuffled : (lastWords[index % lastWords.length] ?? shuffled);
    counts.push(await withScene(create, order, (scene) => deliverAll(scene, random)));
    if (index % 4 === 0) counts.push(await withScene(create, order, blackOut));
  }
  return counts;
}

async function run(context: PartContext): Promise<Figure[]> {
  const orders = context.scaled(ORDERS);
  const of = await addSteps(context, doubledCompanies.length, async (index) => {
    const create = doubledCompanies[index];
    if (!create) throw new RangeError('no such company');
    return sumOf(await webhookStep(create, seedFor(context.seed, `webhooks ${index}`), orders));
  });
  return [
    told('orders of six notices, with doubles', of('orders')),
    told('notices delivered', of('delivered')),
    told('forged among them', of('forged')),
    exactly('forged notices accepted', of('forgedAccepted'), 0),
    exactly('true notices refused', of('refused'), 0),
    exactly('states that differ from a fresh read', of('drift'), 0),
    told('blackouts of an hour', of('blackouts')),
    exactly('states that differ after the sweep', of('blackoutDrift'), 0),
  ];
}

/** Notices are reasons to look, in whatever order and number they come, or do not come (WH1-WH3). */
export const webhooks: Part = {
  name: 'webhooks',
  about: 'notices of six changes in all orders, doubled, 5% forged, days late; and a blackout, then the sweep',
  engines: ['memory'],
  run,
};
