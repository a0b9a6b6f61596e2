/** How many, in how long. */
export interface LimitRule {
  readonly most: number;
  readonly seconds: number;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * Every limit of the server: what is counted, per what, how many and for how long. An operator changes the numbers with
 * the option `limits`. Members of one company ask for many codes from one office, and whoever may cancel must not be
 * kept from it, so the numbers are far above what people do and far below what a script does.
 */
export const limitTable = {
  /**
   * Requests of one address. Beyond them, whoever shows a valid token counts by themselves and a host's key is not
   * counted at all, so that nobody shuts others out.
   */
  requestsPerAddress: { most: 6000, seconds: minute },
  /** Tokens and keys of one address that are not ours. */
  refusedKeysPerAddress: { most: 30, seconds: 10 * minute },
  /** Codes sent to one phone number. */
  codesPerNumber: { most: 40, seconds: day },
  /** Codes one member asked for. */
  codesPerMember: { most: 20, seconds: hour },
  /** Codes the members of one account asked for. */
  codesPerAccount: { most: 200, seconds: day },
  /** Codes the members of one tenant asked for: the host's bill. */
  codesPerTenant: { most: 10_000, seconds: day },
  /** Codes asked for from one address. */
  codesPerAddress: { most: 100, seconds: hour },
  /** Codes sent to one mailbox. */
  codesPerMailbox: { most: 40, seconds: day },
  /** Verifications of one member, by one way, for which nothing is sent. */
  checksPerMember: { most: 100, seconds: hour },
  /** Factors that one member began to set up. */
  factorSetupsPerMember: { most: 30, seconds: day },
  /** Requests to a person by one member, repeats of one that is open not counted. */
  supportRequestsPerMember: { most: 50, seconds: day },
  /** Declarations, and codes typed for them, of visitors without a login from one address. */
  declarationsPerAddress: { most: 100, seconds: hour },
  /**
   * Declarations for one contract with one e-mail address. Counted by both, so that who knows the number alone cannot
   * keep its holder from declaring.
   */
  declarationsPerContract: { most: 20, seconds: day },
  /**
   * Guesses of one member at codes of the usual length, over all codes, in any 24 hours. When they would not do for
   * another code, the next ones are longer: nobody is locked out, and 7 guesses at 6 digits and 200 at 8 are right less
   * than once in 100,000 days (OWASP ASVS 6.5.1). Passwords and codes of an app cannot be made longer: there it is this
   * way of verifying that waits, and every other goes on. It can be lowered only.
   */
  wrongCodesPerMember: { most: 7, seconds: day },
} as const satisfies Record<string, LimitRule>;

/** The name of a limit. */
export type LimitName = keyof typeof limitTable;

/** Other numbers than those of the table, or `off` for no limit. */
export type LimitChanges = {
  readonly [Name in LimitName]?: Name extends 'wrongCodesPerMember' ? number : number | 'off';
};

/** What is wrong with a change, as a remedy; null when nothing is. */
export function remedyOfLimit(name: string, value: unknown): string | null {
  if (!Object.hasOwn(limitTable, name)) return `is no limit; there are ${Object.keys(limitTable).join(', ')}.`;
  const most = name === 'wrongCodesPerMember' ? limitTable.wrongCodesPerMember.most : Number.MAX_SAFE_INTEGER;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most) return null;
  if (name === 'wrongCodesPerMember') return `give a whole number from 1 to ${most}.`;
  return value === 'off' ? null : 'give a whole number from 1, or "off".';
}
