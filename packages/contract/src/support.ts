import * as z from 'zod/mini';
import { Instant, TimeZone } from './instant.ts';

/** A way to reach a person at the host. */
export const SupportChannel = z.object({ kind: z.enum(['chat', 'phone', 'email']), value: z.string() });
/** A way to reach a person at the host. */
export type SupportChannel = z.infer<typeof SupportChannel>;

/** What a person is asked to do. */
export const SupportRequestKind = z.enum(['cannot_cancel']);
/** What a person is asked to do. */
export type SupportRequestKind = z.infer<typeof SupportRequestKind>;

/**
 * A request that a person carries out. `cannot_cancel` counts from `requestedAt`: what it asks for is owed from then on,
 * whenever somebody gets to it.
 */
export const SupportRequest = z.object({
  /** Shown to people and safe to read aloud: `SR-7F3K-29QD`. */
  id: z.string(),
  kind: SupportRequestKind,
  membershipId: z.string(),
  planName: z.string(),
  requestedAt: Instant,
  timeZone: TimeZone,
});
/** A request that a person carries out. */
export type SupportRequest = z.infer<typeof SupportRequest>;
