import * as z from 'zod/mini';

// What the server answers is checked for its shape only: it made these texts itself, and every byte of a finer check
// would be loaded by every member. What a host sends is checked to the letter, in `host-instant.ts`.

/** A moment: ISO 8601 in UTC, ending in `Z`, for example `2026-12-31T16:00:00Z`. */
export const Instant = z.string();
/** A moment: ISO 8601 in UTC, ending in `Z`. */
export type Instant = z.infer<typeof Instant>;

/** A calendar day without a time, for example `2026-12-31`. Read it in the zone that stands beside it. */
export const CalendarDate = z.string();
/** A calendar day without a time. Read it in the zone that stands beside it. */
export type CalendarDate = z.infer<typeof CalendarDate>;

/** An IANA time zone name, for example `Asia/Shanghai`. */
export const TimeZone = z.string();
/** An IANA time zone name. */
export type TimeZone = z.infer<typeof TimeZone>;
