import * as z from 'zod/mini';

/** A moment as a host writes it: ISO 8601 in UTC, to the second or millisecond, ending in `Z`. */
export const HostInstant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/));

/** A time zone as a host writes it; the server also refuses what its runtime does not know as an IANA zone. */
export const HostTimeZone = z.string().check(z.minLength(1), z.maxLength(64));
