import { Membership, RenewalOutcome, type Receipt } from '@leavewell/contract';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Client } from '../ask.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { commandRequest, type Command, type Stage } from '../stage.ts';

type Verb = NonNullable<Command['verb']>;

/** A command whose answer was read whole: from then on it may never be lost. */
export interface Acknowledged {
  readonly membershipId: string;
  readonly key: string;
  readonly verb: Verb;
  readonly body: string;
  readonly receipt: Receipt;
}

interface Held {
  readonly id: string;
  /** A command whose outcome is not known yet; it is sent again under its key until it is. */
  open: { readonly key: string; readonly verb: Verb } | null;
  last: Acknowledged | null;
}

/** A member who cancels and resumes without rest, and remembers what was acknowledged. */
export interface CrashMember {
  /** Goes on until told to stop; `at` may be gone for a while. */
  work(at: string): { stop(): Promise<void> };
  /** Sends the commands that are open until each has its answer; resolves to how many have none even so. */
  finish(at: string): Promise<number>;
  /** Counts what was acknowledged since the last time and is not there. */
  check(at: string): Promise<number>;
  readonly acknowledged: readonly Acknowledged[];
  /** How often a key got a final answer that is no success: a command cannot be refused that was begun. */
  contradictions(): number;
}

/** Who presses what. */
export interface CrashMemberOptions {
  readonly stage: Stage;
  readonly client: Client;
  readonly token: () => string;
  readonly membershipIds: readonly string[];
  readonly random: SeededRandom;
}

const other: Readonly<Record<Verb, Verb>> = { 'cancel-renewal': 'resume-renewal', 'resume-renewal': 'cancel-renewal' };

interface Memory {
  readonly held: readonly Held[];
  readonly acknowledged: Acknowledged[];
  sent: number;
  contradictions: number;
}

function take(memory: Memory, membership: Held, { status, text }: Answer): void {
  const { open } = membership;
  if (open === null || status === 202 || status >= 500 || (status === 409 && text.includes('"in_progress"'))) return;
  membership.open = null;
  if (status !== 200) {
    memory.contradictions += 1;
    return;
  }
  const { receipt } = RenewalOutcome.parse(JSON.parse(text));
  if (receipt === null) throw new Error('a final answer without a receipt');
  membership.last = { ...open, membershipId: membership.id, body: text, receipt };
  memory.acknowledged.push(membership.last);
}

/** Presses what is open again, else the opposite of what was last; resolves to whether there was a final answer. */
async function press(
  { client, token }: CrashMemberOptions,
  memory: Memory,
  membership: Held,
  at: string,
): Promise<boolean> {
  membership.open ??= {
    key: `${membership.id}-${(memory.sent += 1)}`,
    verb: membership.last ? other[membership.last.verb] : 'cancel-renewal',
  };
  const { key, verb } = membership.open;
  const answer = await client.ask(commandRequest({ at, token: token(), membershipId: membership.id, key, verb }));
  if (answer) take(memory, membership, answer);
  return membership.open === null;
}

/** A repeat answers the same bytes, and the receipt is there as it was. */
async function isKept({ client, token }: CrashMemberOptions, each: Acknowledged, at: string): Promise<boolean> {
  const { key, verb, membershipId, body, receipt } = each;
  const repeat = await client.sure(commandRequest({ at, token: token(), membershipId, key, verb }));
  const stored = await client.sure({
    url: `${at}/v1/receipts/${receipt.id}`,
    headers: { authorization: `Bearer ${token()}` },
  });
  return (
    repeat.status === 200 && repeat.text === body && stored.status === 200 && stored.text === JSON.stringify(receipt)
  );
}

/** Server and company agree with the last answer, as long as nothing newer is under way. */
async function isInState(
  { stage, client, token }: CrashMemberOptions,
  { id, open, last }: Held,
  at: string,
): Promise<boolean> {
  if (open !== null || last === null) return true;
  const { text } = await client.sure({
    url: `${at}/v1/memberships/${id}`,
    headers: { authorization: `Bearer ${token()}` },
  });
  const { renewal, receiptId } = Membership.parse(JSON.parse(text));
  const isOn = last.verb === 'resume-renewal';
  const agree = renewal === (isOn ? 'on' : 'off') && stage.company.subscription(`sub_${id}`).renews === isOn;
  return agree && receiptId === last.receipt.id;
}

/** Makes a member with these memberships. */
export function createCrashMember(options: CrashMemberOptions): CrashMember {
  const { membershipIds, random } = options;
  const memory: Memory = {
    held: membershipIds.map((id) => ({ id, open: null, last: null })),
    acknowledged: [],
    sent: 0,
    contradictions: 0,
  };
  const { held, acknowledged } = memory;
  let checked = 0;
  return {
    acknowledged,
    contradictions: () => memory.contradictions,
    work: (at) => {
      let working = true;
      const done = (async () => {
        while (working) if (!(await press(options, memory, random.pick(held), at))) await pause(10);
      })();
      return {
        stop: () => {
          working = false;
          return done;
        },
      };
    },
    finish: async (at) => {
      for (let round = 0; round < 100; round += 1) {
        for (const membership of held) if (membership.open !== null) await press(options, memory, membership, at);
        if (held.every(({ open }) => open === null)) break;
        await pause(100);
      }
      return held.filter(({ open }) => open !== null).length;
    },
    check: async (at) => {
      let missing = 0;
      for (const each of acknowledged.slice(checked)) if (!(await isKept(options, each, at))) missing += 1;
      for (const membership of held) if (!(await isInState(options, membership, at))) missing += 1;
      checked = acknowledged.length;
      return missing;
    },
  };
}
