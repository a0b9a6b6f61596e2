import * as z from 'zod/mini';
import { Instant } from './instant.ts';

/** Who can switch renewal off. */
export const RenewalOffBy = z.enum(['member', 'administrator', 'host', 'provider', 'payment_failure']);

/** Who switched renewal off, and when. */
export const RenewalOff = z.object({ by: RenewalOffBy, at: Instant });
/** Who switched renewal off, and when. */
export type RenewalOff = z.infer<typeof RenewalOff>;
