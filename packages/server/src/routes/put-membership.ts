import { HostId, operations, type PutMembership } from '@leavewell/contract';
import { hostRoute } from '../http/route.ts';
import { canonicalJson } from '../membership/canonical-json.ts';
import { checkDeclaration } from '../membership/check-declaration.ts';
import { membershipKey } from '../membership/membership-key.ts';
import type { MembershipRecord } from '../ports/store.ts';
import { keepCancellation } from '../rules/keep-cancellation.ts';
import { ServiceError } from '../service-error.ts';

function checkId(id: string): void {
  if (HostId.safeParse(id).success) return;
  const message = 'Must start with a letter or digit, then at most 127 letters, digits or "_", ".", ":", "-".';
  throw new ServiceError('invalid_request', { errors: [{ field: 'id', message }] });
}

function declares(stored: MembershipRecord, declared: PutMembership): boolean {
  return canonicalJson({ ...stored, ...declared }) === canonicalJson(stored);
}

/**
 * Declares a membership or replaces what the host knows of it. Saying the same again leaves the version as it is, and
 * a member's own cancellation stays.
 */
export const putMembership = hostRoute(operations.putMembership, async ({ service, tenantId, id }, said) => {
  checkId(id);
  checkDeclaration(said, [...service.providers.keys()]);
  const version = await service.membershipMutex.run(membershipKey(tenantId, id), () =>
    service.store.transaction(async (rows) => {
      const stored = await rows.getMembership(tenantId, id);
      const declared = { ...said, facts: keepCancellation(stored, said.facts) };
      if (stored && declares(stored, declared)) return stored.version;
      const record = {
        ...declared,
        tenantId,
        id,
        version: (stored?.version ?? 0) + 1,
        receiptId: stored?.receiptId ?? null,
      };
      await rows.putMembership(record);
      return record.version;
    }),
  );
  return { body: { id, version } };
});
