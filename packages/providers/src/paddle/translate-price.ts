import type { BillingSubject } from '@leavewell/server';
import { integerOf, objectOf, textOf, type WireObject } from '../wire-value.ts';
import { minorUnitsOf, objectsIn } from './paddle-value.ts';

type Price = NonNullable<BillingSubject['facts']['price']>;
type Interval = NonNullable<Price['interval']>;

const units: ReadonlyMap<string | null, Interval['unit']> = new Map(
  (['day', 'week', 'month', 'year'] as const).map((unit) => [unit, unit]),
);

/**
 * What is charged each time before taxes and discounts: the recurring items, added up. Null when one of them is priced
 * in another currency than the customer pays in, or differently in some countries: Paddle then chooses by an address
 * that it does not tell here.
 */
export function translatePrice(subscription: WireObject): Price | null {
  const currency = textOf(subscription['currency_code']) ?? '';
  const items = objectsIn(subscription['items']).filter(({ recurring }) => recurring !== false);
  const amounts = items.map((item) => amountOf(item, currency));
  if (items.length === 0 || !/^[A-Z]{3}$/.test(currency)) return null;
  const amount = amounts.reduce<number | null>((sum, next) => (sum === null || next === null ? null : sum + next), 0);
  return amount === null ? null : { amount, currency, interval: intervalOf(subscription['billing_cycle']) };
}

function amountOf({ price, quantity }: WireObject, currency: string): number | null {
  const { unit_price, unit_price_overrides } = objectOf(price);
  const overrides = objectsIn(unit_price_overrides).map((override) => override['unit_price']);
  const amounts = [unit_price, ...overrides]
    .map(objectOf)
    .filter(({ currency_code }) => currency_code === currency)
    .map(({ amount }) => minorUnitsOf(amount));
  const [amount = null] = amounts;
  if (amount === null || amounts.some((other) => other !== amount)) return null;
  return amount * (integerOf(quantity) ?? 1);
}

function intervalOf(cycle: unknown): Interval | null {
  const { interval, frequency } = objectOf(cycle);
  const [unit, count] = [units.get(textOf(interval)), integerOf(frequency)];
  return unit === undefined || count === null || count < 1 ? null : { unit, count };
}
