import { readFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient, type Client } from '../ask.ts';
import { atLeast, exactly, told, type Figure } from '../figures.ts';
import { addSteps, type Counts, type Part, type PartContext } from '../part.ts';
import { hostKeys, sessionSecret } from '../server-settings.ts';
import { createStage, personNamed, type Stage } from '../stage.ts';

const MEMBERS = 20;

/** What must not stand in a log, by its kind. */
export interface Canary {
  readonly kind: 'code' | 'token' | 'proof' | 'phone' | 'mail' | 'name' | 'text' | 'secret';
  readonly text: string;
}

interface Actor {
  readonly client: Client;
  readonly stage: Stage;
  readonly at: string;
  readonly number: number;
  readonly canaries: Canary[];
}

/** Canaries are whole words, so that a code is not found within a longer number. */
function occurrences(log: string, { text }: Canary): number {
  const word = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return [...log.matchAll(new RegExp(`(?<![A-Za-z0-9])${word}(?![A-Za-z0-9])`, 'g'))].length;
}

/** How often any of them stands in a text, by kind. */
export function findCanaries(log: string, canaries: readonly Canary[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const canary of canaries) {
    const count = occurrences(log, canary);
    if (count > 0) found[canary.kind] = (found[canary.kind] ?? 0) + count;
  }
  return found;
}

async function sentCode({ sink }: Stage, id: string): Promise<string> {
  for (let wait = 0; wait < 100; wait += 1) {
    const sent = sink.codes.find((each) => each.id === id);
    if (sent) return sent.code;
    await pause(20);
  }
  throw new Error('no code was sent');
}

/** One member's whole way, with everything in it that is nobody's business, and some of it in the wrong place. */
async function walk({ client, stage, at, number, canaries }: Actor): Promise<void> {
  const keep = (kind: Canary['kind'], text: string): string => {
    canaries.push({ kind, text });
    return text;
  };
  const person = { ...personNamed(`canary-${number}`), name: keep('name', `Kanarienvogel${number}Quux`) };
  keep('mail', person.email ?? '');
  keep('phone', (person.phone ?? '').slice(1));
  const membershipId = `m_canary_${number}`;
  await stage.host(at).declare(membershipId, person);
  const token = keep('token', await stage.host(at).token(person));
  const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    client.sure({
      url: at + path,
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, ...headers },
      body: JSON.stringify(body),
    });
  if (number % 4 === 0) stage.sink.refuseNext(1);
  const asked = { membershipId, command: 'cancelRenewal', method: 'sms_code' };
  let started = await send('/v1/verifications', asked);
  if (started.status !== 200) started = await send('/v1/verifications', asked);
  const id = String(JSON.parse(started.text).id);
  const wrong = keep('code', String(900_000 + number * 37 + 13));
  await send(`/v1/verifications/${id}/finish`, { code: wrong });
  const code = keep('code', await sentCode(stage, id));
  const { proof } = JSON.parse((await send(`/v1/verifications/${id}/finish`, { code })).text);
  keep('proof', String(proof));
  if (number % 3 === 0)
    stage.company.failNext('write', {
      status: 500,
      type: 'text/plain',
      body: `no ${person.email} ${person.name}`,
    });
  // Its mail is refused too, and the gateway says it all back.
  if (number % 3 === 1) stage.sink.refuseNext(1);
  await send(
    `/v1/memberships/${membershipId}/cancel-renewal`,
    { proof },
    { 'idempotency-key': `canary-key-${number}` },
  );
  // What is private stands where it should not: in a path, a query, a header, a field that nobody asked for.
  const text = keep('text', `Grund${number}weilzuteuer`);
  await client.ask({
    url: `${at}/v1/memberships/${text}?reason=${text}&code=${code}`,
    headers: { authorization: `Bearer ${proof}` },
  });
  await send('/v1/verifications', { ...asked, reason: text, phone: person.phone });
  await send(
    `/v1/memberships/${membershipId}/cancel-renewal`,
    { proof, [text]: text },
    { 'idempotency-key': `${text}-key` },
  );
}

/** Members walk, and everything that all servers of the run printed is searched. */
export async function logStep(context: PartContext, members: number): Promise<Counts> {
  const database = await context.engine.createDatabase('logs');
  const stage = await createStage({ database, logFolder: context.folder, verification: true });
  const client = createClient();
  const canaries: Canary[] = [
    { kind: 'secret', text: sessionSecret },
    ...hostKeys.map(({ secret }) => ({ kind: 'secret', text: secret }) as const),
  ];
  try {
    const { url } = await stage.start();
    for (let number = 0; number < members; number += 1) await walk({ client, stage, at: url, number, canaries });
    await pause(1500);
  } finally {
    client.close();
    await stage.stop();
    await database.close();
  }
  const files = globSync('**/*.log', { cwd: join(context.folder, '..') });
  const own = await readFile(join(context.folder, 'servers.log'), 'utf8');
  let [lines, hits] = [0, 0];
  for (const file of files) {
    const log = await readFile(join(context.folder, '..', file), 'utf8');
    lines += log.split('\n').length;
    // Of other parts only what is secret everywhere: a number of six digits may well stand there.
    const sought = log === own ? canaries : canaries.filter(({ kind }) => kind !== 'code');
    hits += Object.values(findCanaries(log, sought)).reduce((sum, count) => sum + count, 0);
  }
  return {
    canaries: canaries.length,
    files: files.length,
    lines,
    errors: own.split("level: 'error'").length - 1,
    hits,
  };
}

async function run(context: PartContext): Promise<Figure[]> {
  const of = await addSteps(context, 1, () => logStep(context, context.scaled(MEMBERS)));
  return [
    told('codes, tokens, proofs, phones, mails, names, texts and secrets', of('canaries')),
    told('logs of this campaign', of('files')),
    told('lines in them', of('lines')),
    atLeast('failures that were logged here', of('errors'), 1),
    exactly('secrets found', of('hits'), 0),
  ];
}

/** No log tells what is secret or somebody's own (PR2). Run last: it reads what all parts left. */
export const logs: Part = {
  name: 'logs',
  about: 'members with known secrets, put where they should not be as well; then all output of all servers is searched',
  engines: ['sqlite', 'postgres'],
  run,
};
