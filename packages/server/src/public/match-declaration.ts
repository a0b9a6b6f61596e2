import type { DeclarationRequest } from '@leavewell/contract';
import type { MemberRecord, MembershipRecord, StoreReads } from '../ports/store.ts';

/** A membership and who holds it, as the host last described them. */
export interface Match {
  readonly record: MembershipRecord;
  readonly holder: MemberRecord;
}

/** What a person types, as it is compared: full and half width, case and spaces around are alike. */
export function typed(text: string | undefined): string {
  return (text ?? '').normalize('NFKC').trim().toLowerCase();
}

/**
 * The one membership that a declaration names by order number or id, and by the e-mail address that is on file of its
 * holder; undefined when there is none or more than one. A name that differs refuses nobody: people marry and mistype,
 * and it stands in the record for whoever looks at it.
 */
export async function matchDeclaration(
  reads: StoreReads,
  tenantId: string,
  { contract, email }: DeclarationRequest,
): Promise<Match | undefined> {
  // Nothing that no number has, and that some databases refuse: control characters and halves of characters.
  const number = (contract ?? '').normalize('NFKC').replace(/[\p{Cc}\p{Cs}]/gu, '').trim();
  const ordered = await reads.findByOrderNumber(tenantId, number);
  const named = await reads.getMembership(tenantId, number);
  const candidates = ordered.length === 0 && named ? [named] : ordered;
  const matches: Match[] = [];
  for (const record of candidates) {
    const holder = await reads.getMember(tenantId, record.holder.id);
    const isTheirs = typed(holder?.email ?? undefined) === typed(email) && typed(email) !== '';
    if (holder && isTheirs) matches.push({ record, holder });
  }
  const [match, ...others] = matches;
  return others.length === 0 ? match : undefined;
}

/** Who and what a filed declaration was matched with, as they are now. */
export async function matchedOf(
  reads: StoreReads,
  filed: { readonly tenantId: string; readonly memberId: string | null; readonly membershipId: string | null },
): Promise<Match | undefined> {
  if (filed.memberId === null || filed.membershipId === null) return undefined;
  const record = await reads.getMembership(filed.tenantId, filed.membershipId);
  const holder = await reads.getMember(filed.tenantId, filed.memberId);
  return record && holder && { record, holder };
}
