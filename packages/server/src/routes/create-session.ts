import { operations } from '@leavewell/contract';
import { hostRoute } from '../http/route.ts';
import { knownPlace } from '../policy/known-place.ts';
import { ServiceError } from '../service-error.ts';

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Mints a session token for one member and remembers them as the host describes them now. */
export const createSession = hostRoute(operations.createSession, async ({ service, tenantId }, { member, place }) => {
  if (!isLanguage(member.language)) {
    const message = 'Not a BCP 47 language tag: send one such as "en" or "zh-CN".';
    throw new ServiceError('invalid_request', { errors: [{ field: 'member.language', message }] });
  }
  await service.store.transaction((rows) => rows.putMember({ ...member, tenantId }));
  return { body: await service.sessionTokens.mint({ tenantId, memberId: member.id, place: knownPlace(place, 'place') }) };
});
