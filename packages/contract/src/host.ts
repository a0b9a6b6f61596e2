import * as z from 'zod/mini';
import { BillingFacts } from './billing-facts.ts';
import { HostTimeZone } from './host-instant.ts';
import { HostText } from './host-text.ts';
import { Instant } from './instant.ts';
import { Permission } from './session.ts';

/** An identifier the host chooses. */
export const HostId = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,127}$/));

/** A member as the host knows them. Phone is E.164; the server shows it only masked. */
export const HostMember = z.strictObject({
  id: HostId,
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  phone: z.nullable(z.string().check(z.regex(/^\+[1-9]\d{6,14}$/))),
  email: z.nullable(z.string().check(z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/), z.maxLength(254))),
  /** BCP 47 tag of the language for messages. */
  language: z.string().check(z.minLength(2), z.maxLength(35)),
  account: z.strictObject({
    id: HostId,
    kind: z.enum(['person', 'company']),
    name: z.string().check(z.minLength(1), z.maxLength(200)),
    /** Who can help a member of a company who lacks a right. */
    administratorName: z.nullable(z.string().check(z.maxLength(200))),
  }),
  permissions: z.array(Permission),
});
/** A member as the host knows them. */
export type HostMember = z.infer<typeof HostMember>;

/**
 * A member as the host knows them, apart from any session: whoever never logs in can still cancel without a login, and
 * gets the receipt at the address on file. The id is in the path.
 */
export const PutMember = z.omit(HostMember, { id: true });
/** A member as the host knows them, apart from any session. */
export type PutMember = z.infer<typeof PutMember>;

/** The stored member's identity. */
export const PutMemberResult = z.object({ id: z.string() });
/** The stored member's identity. */
export type PutMemberResult = z.infer<typeof PutMemberResult>;

/** Asks for a session token for one member; sent by the host's backend after its own login. */
export const CreateSession = z.strictObject({
  member: HostMember,
  /** The profile of the place whose law applies to this session: `CN`, `DE`. What membership or server says when absent. */
  place: z.optional(z.string().check(z.maxLength(20))),
});
/** Asks for a session token for one member. */
export type CreateSession = z.infer<typeof CreateSession>;

/** A bearer token for the member's browser. Keep it in memory only. */
export const SessionToken = z.object({ token: z.string(), expiresAt: Instant });
/** A bearer token for the member's browser. */
export type SessionToken = z.infer<typeof SessionToken>;

/**
 * A membership as the host declares it. With the provider `ledger` the facts are the host's own; a cancellation that a
 * member made here stays, until facts of a later period are declared.
 */
export const PutMembership = z.strictObject({
  holder: z.strictObject({ id: HostId, name: z.string().check(z.minLength(1), z.maxLength(200)) }),
  account: z.strictObject({
    id: HostId,
    kind: z.enum(['person', 'company']),
    name: z.string().check(z.minLength(1), z.maxLength(200)),
  }),
  plan: z.strictObject({
    id: HostId,
    name: HostText,
    benefits: z.array(z.strictObject({ id: HostId, name: HostText })).check(z.maxLength(50)),
  }),
  orderNumber: z.nullable(z.string().check(z.maxLength(100))),
  seats: z.nullable(z.int().check(z.positive())),
  timeZone: HostTimeZone,
  provider: z.string().check(z.minLength(1), z.maxLength(40)),
  /** The billing company's identifier of the subscription; null for the ledger. */
  providerReference: z.nullable(z.string().check(z.maxLength(200))),
  /**
   * Needed with the provider `ledger`. With a billing company leave it out: the company is asked.
   */
  facts: z.optional(BillingFacts),
  /** The profile of the place whose law the contract follows: `CN`, `DE`. What the server says when absent. */
  place: z.optional(z.string().check(z.maxLength(20))),
});
/** A membership as the host declares it. */
export type PutMembership = z.infer<typeof PutMembership>;

/** The stored membership's identity and version. */
export const PutMembershipResult = z.object({ id: z.string(), version: z.int() });
/** The stored membership's identity and version. */
export type PutMembershipResult = z.infer<typeof PutMembershipResult>;

/** A billing company's notice was taken: verified, and known to be new or a repeat. */
export const WebhookTaken = z.object({ received: z.literal(true) });
/** A billing company's notice was taken. */
export type WebhookTaken = z.infer<typeof WebhookTaken>;
