import type { BillingFacts } from '@leavewell/contract';
import {
  formatInstant,
  ServiceError,
  type BillingCommand,
  type BillingProvider,
  type BillingSubject,
} from '@leavewell/server';

/** How the next command goes wrong: not reached at all, or done with the reply lost. */
type Trouble = 'unreachable' | 'lost_reply' | 'too_late' | 'bug';

/** A billing company that keeps its own state, as a real one does, and can fail on the way. */
export interface FakeCompany extends BillingProvider {
  /** The commands that reached it, by intent. */
  readonly calls: readonly string[];
  fail(trouble: Trouble): void;
  /** Nothing gets through, neither questions nor commands, until it is back. */
  isAway: boolean;
  /** How many of the next reads are answered from before the last change. */
  oldAnswers: number;
  /** Keeps the next commands waiting; `reached` resolves when the first of them has arrived. */
  hold(): { readonly reached: Promise<void>; readonly release: () => void };
  /** Somebody switches renewal off in the company's own pages. */
  cancelElsewhere(membershipId: string, facts: BillingFacts): void;
}

const failures: Record<Trouble, () => Error> = {
  unreachable: () => new ServiceError('provider_unavailable'),
  lost_reply: () => new ServiceError('provider_unavailable'),
  too_late: () => new ServiceError('too_late'),
  bug: () => new TypeError('undefined is not a function'),
};

/** A company named `fake`. */
export function createFakeCompany(): FakeCompany {
  const known = new Map<string, BillingFacts>();
  const calls: string[] = [];
  let [trouble, arrive]: [Trouble | null, () => void] = [null, () => {}];
  let held: Promise<void> = Promise.resolve();
  const factsOf = ({ membershipId, facts }: BillingSubject) => known.get(membershipId) ?? facts;
  const answer = (): void => {
    if (company.isAway) throw new ServiceError('provider_unavailable');
  };

  async function write(subject: BillingSubject, { intentId }: BillingCommand, change: Partial<BillingFacts>) {
    answer();
    arrive();
    await held;
    const failing = trouble;
    trouble = null;
    calls.push(intentId);
    const facts = { ...factsOf(subject), ...change };
    // The company does not know our members, so that reading says less than the reply to a command.
    const kept = { ...facts, renewalOff: facts.renewalOff && { ...facts.renewalOff, by: 'provider' as const } };
    if (failing === null || failing === 'lost_reply') known.set(subject.membershipId, kept);
    if (failing !== null) throw failures[failing]();
    answer();
    return { facts, reference: `fake-${calls.length}` };
  }

  const company: FakeCompany = {
    name: 'fake',
    isAway: false,
    oldAnswers: 0,
    calls,
    fail: (next) => {
      trouble = next;
    },
    hold: () => {
      const [arrived, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      arrive = arrived.resolve;
      held = released.promise;
      return { reached: arrived.promise, release: released.resolve };
    },
    cancelElsewhere: (membershipId, facts) => {
      known.set(membershipId, { ...facts, renewal: 'off', renewalOff: { by: 'provider', at: '2026-11-21T00:00:00Z' } });
    },
    current: ({ facts }) => facts,
    read: async (subject) => {
      answer();
      const facts = factsOf(subject);
      if (company.oldAnswers === 0) return facts;
      company.oldAnswers -= 1;
      return facts.renewal === 'on'
        ? { ...facts, renewal: 'off', renewalOff: { by: 'provider', at: '2026-11-01T00:00:00Z' } }
        : { ...facts, renewal: 'on', renewalOff: null };
    },
    cancelRenewal: (subject, command) =>
      write(subject, command, { renewal: 'off', renewalOff: { by: command.by, at: formatInstant(command.at) } }),
    resumeRenewal: (subject, command) => write(subject, command, { renewal: 'on', renewalOff: null }),
    withdraw: (subject, command) => write(subject, command, { endedAt: formatInstant(command.at), payment: 'refunded' }),
  };
  return company;
}
