import * as z from 'zod/mini';
import { Declaration } from './declaration.ts';
import { Instant } from './instant.ts';

/**
 * That a declaration of a visitor arrived, with its content and time. It says the same whether the contract was found or
 * not; the receipt with the end date goes to the address on file.
 */
export const DeclarationReceipt = z.object({
  /** Shown to people and safe to read aloud: `PD-7F3K-29QD`. */
  id: z.string(),
  act: z.enum(['cancelRenewal', 'withdraw']),
  declaration: Declaration,
  receivedAt: Instant,
  receivedAtLocal: z.string(),
  timeZone: z.string(),
  place: z.string(),
});
/** That a declaration of a visitor arrived. */
export type DeclarationReceipt = z.infer<typeof DeclarationReceipt>;

/** A declaration as the host's backend reads it; somebody has to look at one without a membership. */
export const FiledDeclaration = z.object({
  receipt: DeclarationReceipt,
  membershipId: z.nullable(z.string()),
  /** What came of it: carried out, under way, waiting for a code, or left to a person. */
  outcome: z.enum(['canceled', 'withdrawn', 'pending', 'verifying', 'for_a_person']),
});
/** A declaration as the host's backend reads it. */
export type FiledDeclaration = z.infer<typeof FiledDeclaration>;

/** Where to read on in the declarations. */
export const ListDeclarations = z.strictObject({ cursor: z.optional(z.string().check(z.maxLength(200))) });
/** Where to read on in the declarations. */
export type ListDeclarations = z.infer<typeof ListDeclarations>;

/** One page of declarations, in a stable order. */
export const DeclarationPage = z.object({ items: z.array(FiledDeclaration), nextCursor: z.nullable(z.string()) });
/** One page of declarations, in a stable order. */
export type DeclarationPage = z.infer<typeof DeclarationPage>;
