import type { MoneyFacts } from './membership-facts.ts';

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(tag: string, currency: string): Intl.NumberFormat {
  const key = `${tag} ${currency}`;
  let found = formatters.get(key);
  if (!found) {
    // English readers see ¥ for yuan, as the payment app shows it. In Chinese a bare ¥ is the yuan, and yen are JP¥.
    const currencyDisplay = tag.startsWith('zh') ? 'symbol' : 'narrowSymbol';
    found = new Intl.NumberFormat(tag, { style: 'currency', currency, currencyDisplay, numberingSystem: 'latn' });
    formatters.set(key, found);
  }
  return found;
}

/**
 * Minor units as people write the amount, with the decimals of the currency: `¥1,298.00`, `¥1,298` for yen. A code that
 * is not three letters is written before an amount with two decimals.
 */
export function formatMoney(tag: string, { amount, currency }: MoneyFacts): string {
  const code = /^[a-z]{3}$/i.test(currency) ? currency : 'ZZZ';
  const numbers = formatter(tag, code);
  const decimals = numbers.resolvedOptions().maximumFractionDigits ?? 2;
  return numbers.format(amount / 10 ** decimals).replace('ZZZ', currency);
}
