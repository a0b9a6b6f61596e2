import { Membership, refusalErrors, serverErrors } from '@leavewell/contract';
import { exactly, told, type Figure } from '../figures.ts';
import { doubledCompanies, type DoubledCompany } from '../doubled/doubled-companies.ts';
import { createDoubledServer, type DoubledServer } from '../doubled/doubled-server.ts';
import { addSteps, type Counts, type Part, type PartContext } from '../part.ts';
import { faultTable, type FaultRow } from '../../src/billing-doubles/fault-table.ts';

type Verb = 'cancel-renewal' | 'resume-renewal';
/** What was done before, and the command that fails. What a company answers too late is the state before the last. */
const histories: readonly (readonly Verb[])[] = [
  ['cancel-renewal'],
  ['cancel-renewal', 'resume-renewal'],
  ['cancel-renewal', 'resume-renewal', 'cancel-renewal'],
];
/** A fault may hit the first request, or several in a row: the one that looks again as well. */
const times = [1, 3] as const;
const HOUR_MS = 3_600_000;

interface Case extends Pick<FaultRow, 'fault' | 'on'> {
  readonly history: readonly Verb[];
  readonly times: number;
}

/** A company that says the same old thing each time it is asked is believed: there is nobody else to ask. */
const isBelieved = ({ fault, on, times: count }: Case): boolean =>
  fault === 'flipped_flag' && on === 'read' && count > 1;

const named = new Set([...Object.keys(serverErrors), ...Object.keys(refusalErrors)]);

const isOff = (verb: Verb): boolean => verb === 'cancel-renewal';

/** What is wrong with what was said, or nothing: done, pending, or an error that has a name. */
function faultOfAnswer(status: number, text: string, verb: Verb, company: DoubledCompany, id: string): string | null {
  const said: unknown = JSON.parse(text);
  if (status === 200 || status === 202) {
    const { renewal, pendingCommand } = Membership.parse(Object(said).membership);
    const says = renewal === (isOff(verb) ? 'off' : 'on');
    if (status === 200 && !says) return `200 and renewal ${renewal}`;
    if (status === 200 && company.isOff(id) !== isOff(verb)) return 'said to be done, and the company has not done it';
    return status === 202 && pendingCommand === null ? '202 and nothing pending' : null;
  }
  const code = String(Object(said).code);
  return named.has(code) && code !== 'internal' ? null : `${status} ${code}`;
}

/** What a page shows must not run ahead of the company. */
async function isFalselyShown(server: DoubledServer, id: string, company: DoubledCompany): Promise<boolean> {
  const { renewal } = await server.membership(id);
  return renewal === 'off' && !company.isOff(id);
}

/** One command while its company fails in one way; then all is well, and pressing again finishes it. */
async function tryCase(company: DoubledCompany, { fault, on, history, times: count }: Case): Promise<string[]> {
  const server = await createDoubledServer(company);
  const id = company.add();
  await server.declare(id);
  const [verb = 'cancel-renewal', ...before] = history.toReversed();
  for (const [index, earlier] of before.toReversed().entries()) {
    const { status, text } = await server.press(id, earlier, `before-the-fault-${index}`);
    if (status !== 200) throw new Error(`before the fault: ${status} ${text}`);
  }
  const writesBefore = company.writes();
  company.failNext(fault, { on, times: count });
  const problems: (string | null)[] = [];
  const first = await server.press(id, verb, 'while-it-fails');
  problems.push(faultOfAnswer(first.status, first.text, verb, company, id));
  if (await isFalselyShown(server, id, company)) problems.push('shown as canceled, and it is not');
  company.clear();
  server.clock.advance(2 * 60_000);
  const again = await server.press(id, verb, 'while-it-fails');
  if (again.status !== 200) problems.push(`pressed again: ${again.status} ${again.text}`);
  else problems.push(faultOfAnswer(200, again.text, verb, company, id));
  server.clock.advance(2 * HOUR_MS);
  await server.work();
  const { renewal, pendingCommand } = await server.membership(id);
  if (renewal !== (isOff(verb) ? 'off' : 'on') || pendingCommand !== null)
    problems.push(`in the end ${renewal}, pending ${pendingCommand?.command}`);
  if (company.writes() - writesBefore > 1) problems.push(`written ${company.writes() - writesBefore} times`);
  return problems.filter((problem) => problem !== null);
}

const cases: readonly Case[] = faultTable
  .flatMap(({ fault, on }) =>
    histories.flatMap((history) => times.map((count) => ({ fault, on, history, times: count }))),
  )
  .filter((each) => !isBelieved(each));

/** Every fault of the table, on reading and on writing, for both commands, with one company. */
export async function faultStep(
  create: () => Promise<DoubledCompany>,
  share = 1,
): Promise<{ readonly counts: Counts; readonly report: string[] }> {
  const report: string[] = [];
  const chosen = cases.filter((_, index) => share === 1 || index % Math.round(1 / share) === 0);
  for (const each of chosen) {
    const company = await create();
    try {
      const problems = await tryCase(company, each);
      if (problems.length > 0)
        report.push(
          `${company.name} ${each.fault} on ${each.on} x${each.times}, ${each.history.at(-1)}: ${problems.join('; ')}`,
        );
    } finally {
      await company.close();
    }
  }
  return {
    counts: { cases: chosen.length, faults: new Set(chosen.map(({ fault }) => fault)).size, bad: report.length },
    report,
  };
}

async function run(context: PartContext): Promise<Figure[]> {
  const of = await addSteps(context, doubledCompanies.length, async (index) => {
    const create = doubledCompanies[index];
    if (!create) throw new RangeError('no such company');
    const { counts, report } = await faultStep(create, context.scale);
    for (const line of report) console.log(line);
    return counts;
  });
  return [
    told('companies and wire formats', doubledCompanies.length),
    told('cells: fault, read or write, once or in a row, command', of('cases')),
    exactly('cells that end otherwise than done, pending or a named error', of('bad'), 0),
  ];
}

/** Whatever a billing company answers, nobody is told "canceled" that is not (XO4-XO6). */
export const providerFaults: Part = {
  name: 'provider-faults',
  about: 'each fault of the table in each request of each command, with the doubles of Stripe and Paddle over HTTP',
  engines: ['memory'],
  run,
};
