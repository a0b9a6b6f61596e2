import * as z from 'zod/mini';
import { Remedy } from './action.ts';
import { Instant } from './instant.ts';
import { Membership } from './membership.ts';

/** A problem document, RFC 9457, with a stable `code`. `detail` is English for developers; people read `locales` by `code`. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  requestId: z.string(),
  detail: z.optional(z.string()),
  /** What is wrong in which field, and what to send instead. */
  errors: z.optional(z.array(z.object({ field: z.string(), message: z.string() }))),
  remedy: z.optional(Remedy),
  attemptsLeft: z.optional(z.number()),
  retryAt: z.optional(Instant),
  /** The membership as it is now, where a command was refused because of what it is. */
  membership: z.optional(Membership),
});
/** A problem document, RFC 9457, with a stable `code`. */
export type Problem = z.infer<typeof Problem>;
