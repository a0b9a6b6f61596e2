import { createClient, type Answer } from '../ask.ts';
import { commandRequest } from '../stage.ts';
import { createSeededRandom } from '../seeded-random.ts';

/** A member with memberships of their own. */
export interface LoadMember {
  readonly token: string;
  readonly membershipIds: readonly string[];
}

/** What reads and commands together came to. */
export interface MixedRun {
  readonly readMs: readonly number[];
  readonly commandMs: readonly number[];
  readonly errors: number;
  readonly seconds: number;
}

const ONE_COMMAND_IN = 10;

interface Lane {
  readonly at: string;
  readonly until: number;
  readonly member: LoadMember;
  readonly seed: number;
  readonly readMs: number[];
  readonly commandMs: number[];
}

/** One connection: nine reads, one command, and again; resolves to how many went wrong. */
async function runLane({ at, until, member, seed, readMs, commandMs }: Lane): Promise<number> {
  const random = createSeededRandom(seed);
  const client = createClient();
  const off = new Set<string>();
  let errors = 0;
  for (let count = 0; performance.now() < until; count += 1) {
    const membershipId = random.pick(member.membershipIds);
    const isCommand = count % ONE_COMMAND_IN === 0;
    const verb = off.has(membershipId) ? 'resume-renewal' : 'cancel-renewal';
    const asked = isCommand
      ? commandRequest({ at, token: member.token, membershipId, key: `load-${seed}-${count}`, verb })
      : { url: `${at}/v1/memberships/${membershipId}`, headers: { authorization: `Bearer ${member.token}` } };
    const start = performance.now();
    const answer: Answer | null = await client.ask(asked);
    (isCommand ? commandMs : readMs).push(performance.now() - start);
    if (answer?.status !== 200) errors += 1;
    else if (isCommand && verb === 'cancel-renewal') off.add(membershipId);
    else if (isCommand) off.delete(membershipId);
  }
  client.close();
  return errors;
}

/** Reads and commands, nine to one, each member over one connection. */
export async function mixedRun(at: string, members: readonly LoadMember[], seconds: number): Promise<MixedRun> {
  const [readMs, commandMs]: [number[], number[]] = [[], []];
  const start = performance.now();
  const until = start + seconds * 1000;
  const errors = await Promise.all(
    members.map((member, seed) => runLane({ at, until, member, seed, readMs, commandMs })),
  );
  return {
    readMs,
    commandMs,
    errors: errors.reduce((sum, each) => sum + each, 0),
    seconds: (performance.now() - start) / 1000,
  };
}
