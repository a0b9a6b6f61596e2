import fc from 'fast-check';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../engine.ts';
import { atMost, exactly, told, type Figure } from '../figures.ts';
import { createAnswerCheck, type CheckAnswer } from '../fuzz/check-answer.ts';
import { readDocument, type DocumentedOperation, type ReadDocument } from '../fuzz/document.ts';
import { createFuzzWorld } from '../fuzz/fuzz-world.ts';
import { sendRaw, type RawAnswer } from '../fuzz/raw-http.ts';
import { requestFor, type FuzzRequest } from '../fuzz/request-for.ts';
import { addSteps, type Counts, type Part, type PartContext } from '../part.ts';
import { createSeededRandom, seedFor } from '../seeded-random.ts';
import { createStage } from '../stage.ts';

const SEEDS = 5;
const RUNS_PER_OPERATION = 200;
const MOST_GROWTH = 0.1;
/** The first requests fill caches and compile code. */
const WARM_UP = 0.3;

/** What came to light, most of all what must be nothing. */
interface Findings {
  readonly counts: Record<
    'requests' | 'accepted' | 'refused' | 'unread' | 'failures' | 'breaches' | 'changed' | 'silent',
    number
  >;
  readonly report: string[];
}

/** The number of a try is what a wrong code is to change. */
const MAY_CHANGE = /"code":"(verification_code_wrong|verification_attempts_exceeded|message_not_sent)"/;

/** Whether the path is one of this operation. `.` and `..` are no names, however they are written (RFC 3986, 5.2.4). */
const isForOperation = ({ path }: DocumentedOperation, target: string): boolean => {
  const [asked = ''] = target.split('?');
  const isDots = asked.split('/').some((name) => /^(\.|%2e){1,2}$/i.test(name));
  return !isDots && new RegExp(`^${path.replace(/\{\w+\}/, '[^/]+')}$`).test(asked);
};

/** Node itself refuses what is no HTTP, before our program sees it. */
const isNodesOwn = ({ status, headers }: RawAnswer): boolean =>
  (status === 400 || status === 431 || status === 417) && !headers.has('x-request-id');

function describe({ caller, request }: FuzzRequest, answer: RawAnswer | null, what: string): string {
  const { method, target, headers, body } = request;
  const head = [`${method} ${target}`, ...headers.map(([name, value]) => `${name}: ${value.slice(0, 200)}`)].join('\n');
  const [sent, said] = [body?.toString() ?? '', `${answer?.status} ${answer?.text}`].map((text) => text.slice(0, 600));
  return `${what}\nas ${caller}\n${head}\n\n${sent}\n\n${said}\n----\n`;
}

/** Waits until nothing is written any more by what a request left to be done. */
async function quietDump(database: Database): Promise<string> {
  let before = await database.dump();
  for (let same = 0; same < 6;) {
    await pause(15);
    const now = await database.dump();
    same = now === before ? same + 1 : 0;
    before = now;
  }
  return before;
}

interface Target {
  readonly port: number;
  readonly database: Database;
  readonly check: CheckAnswer;
  readonly findings: Findings;
}

function breachOf(
  operation: DocumentedOperation,
  { request }: FuzzRequest,
  answer: RawAnswer,
  check: CheckAnswer,
): string | null {
  if (answer.status >= 500) return null;
  if (isForOperation(operation, request.target)) return check(operation, answer);
  return answer.status === 404 || answer.status === 405 || answer.status < 500
    ? null
    : `answered ${answer.status} to another address`;
}

/** Sends one request and judges the answer; resolves to the database as it is afterwards. */
async function probe(
  operation: DocumentedOperation,
  asked: FuzzRequest,
  before: string,
  target: Target,
): Promise<string> {
  const { port, database, check, findings } = target;
  const { counts, report } = findings;
  const answer = await sendRaw(port, asked.request);
  counts.requests += 1;
  const find = (count: 'failures' | 'breaches' | 'changed' | 'silent', what: string): void => {
    counts[count] += 1;
    report.push(describe(asked, answer, `${operation.name}: ${what}`));
  };
  if (answer === null) {
    find('silent', 'no answer');
    return quietDump(database);
  }
  if (answer.status >= 500) find('failures', `answered ${answer.status}`);
  if (isNodesOwn(answer)) counts.unread += 1;
  else {
    const breach = breachOf(operation, asked, answer, check);
    if (breach !== null) find('breaches', breach);
  }
  if (answer.status < 400) {
    counts.accepted += 1;
    // Events get their place in the feed when they are first listed.
    return operation.method === 'GET' ? database.dump() : quietDump(database);
  }
  counts.refused += 1;
  const after = await database.dump();
  if (after !== before && !MAY_CHANGE.test(answer.text)) find('changed', 'refused, and yet the database changed');
  return after;
}

function requestsOf(
  document: ReadDocument,
  world: Awaited<ReturnType<typeof createFuzzWorld>>,
  runs: number,
  seed: number,
) {
  return document.operations.flatMap((operation) => {
    const arbitrary = requestFor(operation, document, world);
    return fc
      .sample(arbitrary, { seed: seedFor(seed, operation.name), numRuns: runs })
      .map((asked) => ({ operation, asked }));
  });
}

/** One seed of requests for every operation. */
export async function fuzzStep(context: PartContext, index: number, runs: number): Promise<Counts> {
  const database = await context.engine.createDatabase(`fuzz-${index}`);
  const stage = await createStage({ database, logFolder: context.folder, outboxEveryMs: 0 });
  const seed = seedFor(context.seed, `fuzz ${index}`);
  const findings: Findings = {
    counts: { requests: 0, accepted: 0, refused: 0, unread: 0, failures: 0, breaches: 0, changed: 0, silent: 0 },
    report: [],
  };
  try {
    const server = await stage.start();
    const world = await createFuzzWorld(stage, server.url);
    const document = readDocument();
    const all = createSeededRandom(seed).shuffle(requestsOf(document, world, runs, seed));
    const target = { port: server.port, database, check: createAnswerCheck(document), findings };
    let state = await quietDump(database);
    let warmHeap = 0;
    for (const [number, { operation, asked }] of all.entries()) {
      if (number === Math.floor(all.length * WARM_UP)) warmHeap = await server.usedHeap();
      state = await probe(operation, asked, state, target);
    }
    await writeFile(join(context.folder, `findings-${index}.txt`), findings.report.join('\n'));
    return {
      ...findings.counts,
      operations: document.operations.length,
      maxGrowth: (await server.usedHeap()) / warmHeap - 1,
    };
  } finally {
    await stage.stop();
    await database.close();
  }
}

async function run(context: PartContext): Promise<Figure[]> {
  const runs = context.scaled(RUNS_PER_OPERATION);
  const of = await addSteps(context, SEEDS, (index) => fuzzStep(context, index, runs));
  return [
    told('operations', of('operations') / SEEDS),
    told('requests', of('requests')),
    told('accepted', of('accepted')),
    told('refused', of('refused')),
    told('not HTTP, refused by Node itself', of('unread')),
    exactly('answers 5xx', of('failures'), 0),
    exactly('requests without an answer', of('silent'), 0),
    exactly('answers that the document does not know', of('breaches'), 0),
    exactly('refused requests that changed the database', of('changed'), 0),
    atMost('growth of the heap', of('maxGrowth'), MOST_GROWTH),
  ];
}

/** Whatever is sent, the answer is one of the document's and nothing refused leaves a trace (PR1, AU6). */
export const fuzz: Part = {
  name: 'fuzz',
  about: 'requests made from our own OpenAPI document, valid, nearly valid and hostile, from every kind of caller',
  engines: ['sqlite', 'postgres'],
  run,
};
