import type { BillingFacts } from '@leavewell/contract';
import { formatInstant, ServiceError, type BillingCommand, type BillingProvider } from '@leavewell/server';
import { membershipFixture } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';

/** Something that the company tells, with its state as it was then: old as soon as anything else happens. */
export interface CompanyEvent {
  readonly id: string;
  readonly reference: string;
  readonly facts: BillingFacts;
}

/** What travels: the body, and a signature over it and over the time of sending. */
export interface SignedNotice {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A billing company that keeps subscriptions, notifies of every change, and is known by the reference alone. */
export interface NotifyingCompany extends BillingProvider {
  /** The references that were asked for, in order. */
  readonly reads: readonly string[];
  /** A new subscription; renewing through 2026 unless something else is said. */
  open(reference: string, change?: Partial<BillingFacts>): void;
  change(reference: string, change: Partial<BillingFacts>): CompanyEvent;
  forget(reference: string): void;
  factsOf(reference: string): BillingFacts;
  /** Whether it can be reached. */
  answers(reachable: boolean): void;
  /** Holds back the next answer, which is written at once; `reached` resolves when it was. */
  holdRead(): Hold;
  /** Holds back the next command before anything happens. */
  holdCommand(): Hold;
}

interface Hold {
  readonly reached: Promise<void>;
  release(): void;
}

const secret = 'toy-webhook-secret';

/** Signs an event as the company does. */
export function signNotice(event: CompanyEvent, sentAt: Date, by = secret): SignedNotice {
  const body = JSON.stringify(event);
  const time = formatInstant(sentAt);
  return { body, headers: { 'toy-time': time, 'toy-signature': toySignature(body, time, by) } };
}

function toySignature(body: string, time: string, by: string): string {
  return createHmac('sha256', by).update(`${time}.${body}`).digest('hex');
}

function createGate() {
  const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const pass = async () => {
    reached.resolve();
    await released.promise;
  };
  return { pass, hold: { reached: reached.promise, release: released.resolve } };
}

/** Lets everything pass but the one that is held. */
function createGates() {
  let next: (() => Promise<void>) | null = null;
  return {
    pass: async () => {
      const held = next;
      next = null;
      await held?.();
    },
    hold: (): Hold => {
      const gate = createGate();
      next = gate.pass;
      return gate.hold;
    },
  };
}

function readNotice(body: string, headers: Headers, now: Date): CompanyEvent {
  const time = headers.get('toy-time') ?? '';
  const isFresh = Math.abs(now.getTime() - Date.parse(time)) <= 5 * 60_000;
  if (!isFresh || headers.get('toy-signature') !== toySignature(body, time, secret)) {
    throw new ServiceError('webhook_invalid');
  }
  const event: CompanyEvent = JSON.parse(body);
  return event;
}

const switchedOn = { renewal: 'on', renewalOff: null } as const;

function switchedOff(by: BillingCommand['by'] | 'provider', at: Date) {
  return { renewal: 'off', renewalOff: { by, at: formatInstant(at) } } as const;
}

/** A company named `toypay`. */
export function createNotifyingCompany(): NotifyingCompany {
  const known = new Map<string, BillingFacts>();
  const reads: string[] = [];
  const [readGates, commandGates] = [createGates(), createGates()];
  let [reachable, events] = [true, 0];

  const factsOf = (reference: string | null): BillingFacts => {
    const facts = known.get(reference ?? '');
    if (!reachable) throw new ServiceError('provider_unavailable');
    if (!facts) throw new ServiceError('subscription_missing');
    return facts;
  };
  async function command(reference: string | null, said: Partial<BillingFacts>, kept: Partial<BillingFacts>) {
    await commandGates.pass();
    const facts = factsOf(reference);
    known.set(reference ?? '', { ...facts, ...kept });
    return { facts: { ...facts, ...said }, reference: null };
  }

  return {
    name: 'toypay',
    reads,
    open: (reference, change) => {
      const { facts } = membershipFixture('m_pro');
      assert.ok(facts);
      known.set(reference, { ...facts, ...change });
    },
    change: (reference, change) => {
      const facts = { ...factsOf(reference), ...change };
      known.set(reference, facts);
      events += 1;
      return { id: `toy_${events}`, reference, facts };
    },
    forget: (reference) => known.delete(reference),
    factsOf,
    answers: (next) => {
      reachable = next;
    },
    holdRead: readGates.hold,
    holdCommand: commandGates.hold,
    current: ({ facts }) => facts,
    read: async ({ reference }) => {
      reads.push(reference ?? '');
      const facts = factsOf(reference);
      await readGates.pass();
      return facts;
    },
    // The company does not know our members, so that reading says less than the reply to a command.
    cancelRenewal: ({ reference }, { by, at }) => command(reference, switchedOff(by, at), switchedOff('provider', at)),
    resumeRenewal: ({ reference }) => command(reference, switchedOn, switchedOn),
    withdraw: async () => Promise.reject(new ServiceError('provider_refused')),
    notice: async (body, headers, now) => {
      const { id, reference } = readNotice(body, headers, now);
      return { id, references: [reference] };
    },
  };
}
