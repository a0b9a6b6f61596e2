import * as z from 'zod/mini';

/** What a server process of the campaign is told, as JSON in the variable `CAMPAIGN_SERVER`. */
export const ServerSettings = z.strictObject({
  engine: z.enum(['sqlite', 'postgres']),
  /** A file, or the address of a database. */
  location: z.string(),
  /** 0 for any free one. */
  port: z.int(),
  companyUrl: z.string(),
  companyTimeoutMs: z.int(),
  sinkUrl: z.string(),
  /** Whether cancelling asks for a code. */
  verification: z.boolean(),
  /** Whether the limits of the server are in force; else those that everybody on loopback would share are off. */
  limited: z.boolean(),
  /** How far the server's clock is ahead of the machine's, in milliseconds. */
  clockAheadMs: z.int(),
  /** Whether what is logged is printed. */
  logged: z.boolean(),
  /** 0 for a server that leaves what is due to others. */
  outboxEveryMs: z.int(),
});
/** What a server process of the campaign is told. */
export type ServerSettings = z.infer<typeof ServerSettings>;

/** The secret keys of the two tenants. */
export const hostKeys = [
  { tenantId: 'campaign', secret: 'campaign-host-key-of-the-first-tenant' },
  { tenantId: 'other', secret: 'campaign-host-key-of-the-other-tenant' },
] as const;

/** Signs the sessions of every process, so that one's token is good at another. */
export const sessionSecret = 'campaign-session-secret-0123456789abcdef';

/** All requests of the campaign come from one address. Wrong codes stay limited: that limit cannot be switched off. */
export const withoutFloodGate = {
  requestsPerAddress: 'off',
  refusedKeysPerAddress: 'off',
  codesPerAddress: 'off',
  codesPerMember: 'off',
  codesPerNumber: 'off',
} as const;
