import * as z from 'zod/mini';

/** How the next charge would be paid, as far as it may be shown. */
export const PaymentMethod = z.object({ brand: z.string(), last4: z.nullable(z.string()) });
/** How the next charge would be paid, as far as it may be shown. */
export type PaymentMethod = z.infer<typeof PaymentMethod>;
