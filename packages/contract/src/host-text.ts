import * as z from 'zod/mini';

/**
 * Text that the host writes: one string, or one string per BCP 47 language tag. The server answers with the one that
 * fits the request's `Accept-Language`. It is shown as text, never as markup.
 */
export const HostText = z.union([
  z.string().check(z.minLength(1), z.maxLength(500)),
  z.record(z.string(), z.string().check(z.minLength(1), z.maxLength(500))),
]);
/** Text that the host writes: one string, or one string per BCP 47 language tag. */
export type HostText = z.infer<typeof HostText>;
