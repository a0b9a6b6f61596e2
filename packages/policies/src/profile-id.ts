/** The places whose asking is written down here; `BASE` is the strict default that the others change. */
export const profileIds = [
  'BASE',
  'CN',
  'EU',
  'DE',
  'FR',
  'UK',
  'US',
  'CA',
  'NY',
  'MN',
  'MA',
  'CT',
  'CO',
  'US-DE',
  'KR',
  'JP',
  'IN',
  'AU',
  'BR',
] as const;

/** The name of a profile. `US` is federal law, `CA` to `US-DE` are states of the US (`DE` is Germany). */
export type ProfileId = (typeof profileIds)[number];
