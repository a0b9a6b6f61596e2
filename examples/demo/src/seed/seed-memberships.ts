import type { Store } from '@leavewell/server';
import { personas } from '../personas.ts';
import type { HostClient } from '../host-client.ts';
import type { SeedMembership } from './declare-membership.ts';
import { newMembership } from './new-membership.ts';
import { northwindMemberships } from './northwind-memberships.ts';
import { personalMemberships } from './personal-memberships.ts';
import { stripeMemberships } from './stripe-memberships.ts';
import { troubledMemberships } from './troubled-memberships.ts';

/** Every membership of the demo. */
export const seedMemberships: readonly SeedMembership[] = [
  ...northwindMemberships,
  ...troubledMemberships,
  ...stripeMemberships,
  ...personalMemberships,
];

/** Declares the members, and the memberships that are not there yet; those that are keep what their members did. */
export async function seedAbsentMemberships(host: HostClient, store: Store, tenantId: string, now: Date): Promise<void> {
  for (const member of personas.values()) await host.putMember(member);
  for (const { id, declaration } of [...seedMemberships, newMembership(now)]) {
    const stored = await store.read((rows) => rows.getMembership(tenantId, id));
    if (!stored) await host.putMembership(id, declaration);
  }
}
