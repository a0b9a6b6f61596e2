import type { BillingSubject } from '@leavewell/server';
import type { StripeItem, StripePrice } from './subscription.ts';

type Price = NonNullable<BillingSubject['facts']['price']>;
type Interval = NonNullable<Price['interval']>;

/**
 * What the next charge is made of: the fixed prices of the items that fall due, added up. Taxes, discounts and metered
 * use are not known before Stripe writes the invoice. Null when there is no fixed price or one has no single amount
 * (tiers). Stripe's amounts are minor units already, in zero-decimal currencies whole ones ("Supported currencies").
 */
export function translatePrice(dueItems: readonly StripeItem[], currency: string | null): Price | null {
  const licensed = dueItems.filter(({ price }) => price?.recurring?.usage_type === 'licensed');
  const amounts = licensed.map(amountOf);
  const code = currency?.toUpperCase() ?? '';
  if (licensed.length === 0 || !/^[A-Z]{3}$/.test(code)) return null;
  const amount = amounts.reduce<number | null>((sum, next) => (sum === null || next === null ? null : sum + next), 0);
  return amount === null ? null : { amount, currency: code, interval: intervalOf(licensed[0]?.price ?? null) };
}

function amountOf({ price, quantity }: StripeItem): number | null {
  const unitAmount = price?.unit_amount ?? decimalOf(price?.unit_amount_decimal ?? null);
  if (!price || unitAmount === null) return null;
  return Math.round(unitAmount * unitsOf(quantity ?? 1, price.transform_quantity));
}

function decimalOf(text: string | null): number | null {
  return text !== null && /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

function unitsOf(quantity: number, packages: StripePrice['transform_quantity']): number {
  if (packages === null) return quantity;
  const exact = quantity / packages.divide_by;
  return packages.round === 'down' ? Math.floor(exact) : Math.ceil(exact);
}

const units: ReadonlyMap<string, Interval['unit']> = new Map(
  (['day', 'week', 'month', 'year'] as const).map((unit) => [unit, unit]),
);

function intervalOf(price: StripePrice | null): Interval | null {
  const unit = units.get(price?.recurring?.interval ?? '');
  const count = price?.recurring?.interval_count ?? 0;
  return unit === undefined || count < 1 ? null : { unit, count };
}
