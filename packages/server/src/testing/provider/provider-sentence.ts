import { BillingFacts } from '@leavewell/contract';
import type { BillingCommand, BillingConfirmation, BillingSubject } from '../../ports/billing-provider.ts';

/** One thing every provider keeps to: a sentence, and a check that throws when it is not so. */
export interface ProviderSentence<Harness> {
  readonly sentence: string;
  readonly holds: (harness: Harness) => Promise<void>;
}

/** Throws unless it is so. */
export function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new Error(`expected that ${what}`);
}

/** A member's command. */
export function aCommand(now: () => Date, intentId = 'intent-1'): BillingCommand {
  return { intentId, by: 'member', at: now() };
}

/** The membership with the facts that were confirmed, as the server stores them. */
export function stored(subject: BillingSubject, { facts }: Pick<BillingConfirmation, 'facts'>): BillingSubject {
  return { ...subject, facts };
}

/** Throws unless facts fit the contract and each other: instants in order, and switches with their names. */
export function expectConsistent(facts: BillingFacts): void {
  const parsed = BillingFacts.safeParse(facts);
  expectThat(parsed.success, `facts fit the contract: ${parsed.success ? '' : parsed.error.message}`);
  const { startsAt, periodStartsAt, periodEndsAt, renewal, renewalOff, endedAt, resumesAt } = facts;
  const order = [startsAt, periodStartsAt, periodEndsAt].flatMap((instant) =>
    instant === null ? [] : Date.parse(instant),
  );
  expectThat(!order.some(Number.isNaN), 'every instant can be read');
  expectThat(
    order.every((instant, index) => index === 0 || (order[index - 1] ?? 0) <= instant),
    'dates are in order',
  );
  expectThat((renewal === 'off') === (renewalOff !== null), 'renewal is off with a name and a date, or on without');
  expectThat(endedAt === null || renewal !== 'on' || facts.kind !== 'recurring', 'nothing renews that was ended');
  expectThat(resumesAt === null || renewal === 'paused', 'only a pause has an end');
}
