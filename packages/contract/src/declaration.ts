import * as z from 'zod/mini';
import { CalendarDate } from './instant.ts';

/** What a declaration may ask for, by the law of the place. */
export const DeclarationField = z.enum(['termination_kind', 'name', 'contract', 'end_date', 'email']);
/** What a declaration may ask for, by the law of the place. */
export type DeclarationField = z.infer<typeof DeclarationField>;

/** What a member or visitor declares, as they typed it. Absent fields were not asked for. */
export const Declaration = z.object({
  /** `extraordinary`: for good cause, with a reason. */
  terminationKind: z.optional(z.enum(['ordinary', 'extraordinary'])),
  reason: z.optional(z.string()),
  name: z.optional(z.string()),
  contract: z.optional(z.string()),
  /** The day wanted as the last; null for the earliest possible. */
  endDate: z.optional(z.nullable(CalendarDate)),
  email: z.optional(z.string()),
});
/** What a member or visitor declares, as they typed it. */
export type Declaration = z.infer<typeof Declaration>;

/** The fields to fill in or to confirm, with what is known already, so that nothing is asked twice (WCAG 3.3.7). */
export const DeclarationForm = z.object({
  fields: z.array(DeclarationField),
  /** Whether a page to check it stands before the last press. */
  review: z.boolean(),
  known: Declaration,
});
/** The fields to fill in or to confirm. */
export type DeclarationForm = z.infer<typeof DeclarationForm>;
