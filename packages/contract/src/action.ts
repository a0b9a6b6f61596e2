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
  'withdrawal_over',
]);
/** Why an action is refused now. */
export type RefusalCode = z.infer<typeof RefusalCode>;

/** What helps when an action is refused. */
export const Remedy = z.enum(['none', 'ask_administrator', 'contact_support']);
/** What helps when an action is refused. */
export type Remedy = z.infer<typeof Remedy>;

/** Why an action is refused and what helps. `contact` is the name of who can help, when known. */
export const Refusal = z.object({ code: RefusalCode, remedy: Remedy, contact: z.nullable(z.string()) });
/** Why an action is refused and what helps. */
export type Refusal = z.infer<typeof Refusal>;

/** Words that the law of a place fixes for a button, with the BCP 47 tag of their language. */
export const FixedLabel = z.object({ text: z.string(), language: z.string() });
/** Words that the law of a place fixes for a button. */
export type FixedLabel = z.infer<typeof FixedLabel>;

/** Whether an action may be done now; `refusal` says why not, and is null where it may. */
export const Action = z.object({
  allowed: z.boolean(),
  refusal: z.nullable(Refusal),
  /** What its button reads; null where the words of the page's language serve. */
  label: z.nullable(FixedLabel),
});
/** Whether an action may be done now, or why not. */
export type Action = z.infer<typeof Action>;
