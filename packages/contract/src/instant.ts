import * as z from 'zod/mini';

/** A moment: ISO 8601 in UTC, ending in `Z`, for example `2026-12-31T16:00:00Z`. */
export const Instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/));
/** A moment: ISO 8601 in UTC, ending in `Z`. */
export type Instant = z.infer<typeof Instant>;

/** A calendar day without a time, for example `2026-12-31`. Read it in the zone that stands beside it. */
export const CalendarDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
/** A calendar day without a time. Read it in the zone that stands beside it. */
export type CalendarDate = z.infer<typeof CalendarDate>;

/** An IANA time zone name, for example `Asia/Shanghai`. */
export const TimeZone = z.string().check(z.minLength(1), z.maxLength(64));
/** An IANA time zone name. */
export type TimeZone = z.infer<typeof TimeZone>;
