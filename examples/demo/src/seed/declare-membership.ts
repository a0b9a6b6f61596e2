import type { BillingFacts, Interval, Price, PutMembership } from '@leavewell/contract';
import { personas } from '../personas.ts';

/** A membership and the identifier it is declared under. */
export interface SeedMembership {
  readonly id: string;
  readonly declaration: PutMembership;
}

/** Chinese yuan, counted in fen. */
export function yuan(fen: number, interval: Interval | null): Price {
  return { amount: fen, currency: 'CNY', interval };
}

export const everyMonth: Interval = { unit: 'month', count: 1 };
export const everyYear: Interval = { unit: 'year', count: 1 };

/** The instants of a membership; the period is the whole of it unless said otherwise. */
type Dates = Pick<BillingFacts, 'periodStartsAt' | 'periodEndsAt'> & Partial<BillingFacts>;

/** Facts of a membership that renews and is paid, with `dates` and whatever differs. */
export function facts(price: Price, dates: Dates): BillingFacts {
  return {
    kind: 'recurring',
    renewal: 'on',
    renewalOff: null,
    payment: 'ok',
    startsAt: dates.periodStartsAt,
    cancelBy: null,
    graceEndsAt: null,
    endedAt: null,
    resumesAt: null,
    price,
    paymentMethod: { brand: 'Alipay', last4: '8017' },
    ...dates,
  };
}

/** What a declaration must say; the rest is the same for all. */
type Declared = Pick<PutMembership, 'plan' | 'orderNumber' | 'facts'> & Partial<PutMembership>;

/** A membership of one persona, kept in the host's own ledger, in Beijing time. */
export function membershipOf(personaId: string, id: string, declared: Declared): SeedMembership {
  const persona = personas.get(personaId);
  if (!persona) throw new Error(`seed ${id}: there is no persona "${personaId}"`);
  const { administratorName: _, ...account } = persona.account;
  return {
    id,
    declaration: {
      holder: { id: persona.id, name: persona.name },
      account,
      seats: null,
      timeZone: 'Asia/Shanghai',
      provider: 'ledger',
      providerReference: null,
      ...declared,
    },
  };
}
