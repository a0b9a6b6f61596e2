import type { BillingFacts } from '@leavewell/contract';

function isSameMoment(one: string | null, other: string | null): boolean {
  return one === other || (one !== null && other !== null && Date.parse(one) === Date.parse(other));
}

/**
 * What is stored after a billing company was asked. Its word goes, but it does not know our members: of a renewal that
 * one of them switched off here it says only that it is off. While it stays off for the same period, who switched it
 * off and when is kept, as it stands on their receipt.
 */
export function keepWhoSwitchedOff(stored: BillingFacts | undefined, read: BillingFacts): BillingFacts {
  if (!stored || stored.renewal !== 'off' || stored.renewalOff === null || read.renewal !== 'off') return read;
  const saysWho = read.renewalOff !== null && read.renewalOff.by !== 'provider';
  if (saysWho || stored.renewalOff.by === 'provider') return read;
  if (!isSameMoment(stored.periodEndsAt, read.periodEndsAt)) return read;
  return { ...read, renewalOff: stored.renewalOff };
}
