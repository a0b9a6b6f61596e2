import { HostId, operations } from '@leavewell/contract';
import { hostRoute } from '../http/route.ts';
import { checkLanguage } from '../membership/check-language.ts';
import { ServiceError } from '../service-error.ts';

/** Remembers a member as the host describes them now, whether they ever log in or not. */
export const putMember = hostRoute(operations.putMember, async ({ service, tenantId, id }, member) => {
  if (!HostId.safeParse(id).success) {
    const message = 'Must start with a letter or digit, then at most 127 letters, digits or "_", ".", ":", "-".';
    throw new ServiceError('invalid_request', { errors: [{ field: 'id', message }] });
  }
  checkLanguage(member.language, 'language');
  await service.store.transaction((rows) => rows.putMember({ ...member, id, tenantId }));
  return { body: { id } };
});
