import type { Declaration, DeclarationField, DeclarationForm, Membership } from '@leavewell/contract';
import type { EvaluatedPolicy } from '@leavewell/policies';
import type { MemberRecord } from '../ports/store.ts';

/** What is known already of each field, so that nothing is asked twice (WCAG 2.2, 3.3.7). */
const known: Record<DeclarationField, (member: MemberRecord, membership: Membership) => Declaration> = {
  termination_kind: () => ({ terminationKind: 'ordinary' }),
  name: ({ name }) => ({ name }),
  contract: (_, { orderNumber, id }) => ({ contract: orderNumber ?? id }),
  end_date: () => ({ endDate: null }),
  email: ({ email }) => (email === null ? {} : { email }),
};

/** The form that the law of the place asks a logged-in member to fill in or to confirm; null for none. */
export function formOf(
  form: EvaluatedPolicy['form'],
  member: MemberRecord,
  membership: Membership,
): DeclarationForm | null {
  if (form === null) return null;
  const parts = form.fields.map((field) => known[field](member, membership));
  return { fields: [...form.fields], review: form.review, known: Object.assign({}, ...parts) };
}
