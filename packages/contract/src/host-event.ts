import * as z from 'zod/mini';
import { Instant } from './instant.ts';

/** What happened to a membership. */
export const HostEventType = z.enum([
  'renewal.pending',
  'renewal.canceled',
  'renewal.resumed',
  'membership.updated',
  'membership.withdrawn',
  'support.requested',
  'offer.accepted',
]);
/** What happened to a membership. */
export type HostEventType = z.infer<typeof HostEventType>;

/** Something that happened, for the host's backend; the body of the event feed and of outgoing webhooks alike. */
export const HostEvent = z.object({
  /** The same in the feed and in every delivery, so that a repeat can be dropped. */
  id: z.string(),
  type: HostEventType,
  occurredAt: Instant,
  data: z.object({
    membershipId: z.string(),
    /** The membership's version after it. */
    version: z.number(),
    holderId: z.string(),
    accountId: z.string(),
    /** Until when access lasts if it does not renew; null for lifetime. */
    accessEndsAt: z.nullable(Instant),
    receiptId: z.nullable(z.string()),
    /** The offer that was accepted, or the request that was made; absent for every other event. */
    subjectId: z.optional(z.string()),
  }),
});
/** Something that happened, for the host's backend. */
export type HostEvent = z.infer<typeof HostEvent>;

/** Where to read on in the event feed. */
export const ListEvents = z.strictObject({
  /** `nextCursor` of the page before; absent for the beginning. */
  cursor: z.optional(z.string().check(z.maxLength(200))),
  /** 1 to 100, 50 when absent. */
  limit: z.optional(z.string().check(z.regex(/^([1-9]\d?|100)$/))),
});
/** Where to read on in the event feed. */
export type ListEvents = z.infer<typeof ListEvents>;

/** Events in the order in which they are to be taken. */
export const HostEventPage = z.object({
  items: z.array(HostEvent),
  /** Always there: ask again with it for what happens later. */
  nextCursor: z.string(),
});
/** Events in the order in which they are to be taken. */
export type HostEventPage = z.infer<typeof HostEventPage>;
