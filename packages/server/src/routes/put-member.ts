import { operations } from '@leavewell/contract';
import { hostRoute } from '../http/route.ts';
import { checkHostId } from '../membership/check-host-id.ts';
import { checkLanguage } from '../membership/check-language.ts';

/** Remembers a member as the host describes them now, whether they ever log in or not. */
export const putMember = hostRoute(operations.putMember, async ({ service, tenantId, id }, member) => {
  checkHostId(id);
  checkLanguage(member.language, 'language');
  await service.store.transaction((rows) => rows.putMember({ ...member, id, tenantId }));
  return { body: { id } };
});
