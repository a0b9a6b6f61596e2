import * as z from 'zod/mini';

/** Why an action is refused now. Stable; people read `locales` by this code. */
export const RefusalCode = z.enum([
  'nothing_to_cancel',
  'nothing_to_resume',
  'renewal_already_off',
  'renewal_already_on',
  'membership_ended',
  'no_permission',
  'too_late',
]);
/** Why an action is refused now. */
export type RefusalCode = z.infer<typeof RefusalCode>;

/** What helps when an action is refused. */
export const Remedy = z.enum(['none', 'ask_administrator', 'contact_support']);
/** What helps when an action is refused. */
export type Remedy = z.infer<typeof Remedy>;

/** Allowed, or refused with a code and a remedy. `contact` is the name of who can help, when known. */
export const Action = z.union([
  z.object({ allowed: z.literal(true) }),
  z.object({ allowed: z.literal(false), code: RefusalCode, remedy: Remedy, contact: z.nullable(z.string()) }),
]);
/** Allowed, or refused with a code and a remedy. */
export type Action = z.infer<typeof Action>;
