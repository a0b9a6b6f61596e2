import { operations } from '@leavewell/contract';
import { hostRoute } from '../http/route.ts';
import { checkLanguage } from '../membership/check-language.ts';
import { knownPlace } from '../policy/known-place.ts';

/** Mints a session token for one member and remembers them as the host describes them now. */
export const createSession = hostRoute(operations.createSession, async ({ service, tenantId }, { member, place }) => {
  checkLanguage(member.language, 'member.language');
  const known = knownPlace(place, 'place');
  await service.store.transaction((rows) => rows.putMember({ ...member, tenantId }));
  return { body: await service.sessionTokens.mint({ tenantId, memberId: member.id, place: known }) };
});
