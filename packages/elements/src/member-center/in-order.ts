import type { Membership } from '@leavewell/sdk';

/** What will be charged comes first, then what needs care, and what is over last. */
const rank: Readonly<Record<Membership['state'], number>> = {
  renewing: 0,
  trialing: 0,
  payment_problem: 1,
  on_hold: 1,
  ending: 2,
  fixed_term: 2,
  paused: 3,
  upcoming: 3,
  lifetime: 4,
  expired: 5,
  revoked: 5,
};

/** Puts memberships in the order a reader looks for them. */
export type InOrder = (memberships: readonly Membership[]) => readonly Membership[];

/**
 * Each membership gets its place when it is first seen and keeps it: a card that has just been canceled stays where it
 * is, and what is loaded later comes below.
 */
export function createOrder(): InOrder {
  const places = new Map<string, number>();
  let last = 0;
  return (memberships) => {
    const fresh = memberships.filter(({ id }) => !places.has(id));
    for (const { id, state } of fresh) places.set(id, last + rank[state]);
    if (fresh.length) last += 10;
    return memberships.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
  };
}
