import { type ProfileId, profileIds } from './profile-id.ts';

const otherNames: Readonly<Record<string, ProfileId>> = {
  GB: 'UK',
  USF: 'US',
  'US-FEDERAL': 'US',
  'US-CA': 'CA',
  'US-NY': 'NY',
  'US-MN': 'MN',
  'US-MA': 'MA',
  'US-CT': 'CT',
  'US-CO': 'CO',
};

const byName: ReadonlyMap<string, ProfileId> = new Map([
  ...profileIds.map((id) => [id, id] as const),
  ...Object.entries(otherNames),
]);

/**
 * The profile that a name means, whatever its case. `CA` and `DE` are California and Germany; `GB`, `USF`, `US-federal`
 * and ISO 3166-2 names such as `US-CA` are known as well. Undefined for a place that is not written down here.
 */
export function findProfile(name: string): ProfileId | undefined {
  return byName.get(name.toUpperCase());
}
