import type { KnownCaller } from '../limits/flood-gate.ts';
import type { MemberRecord } from '../ports/store.ts';
import { bearerToken } from './bearer-token.ts';
import type { TenantOfKey } from './identify-host.ts';
import type { SessionTokens } from './session-tokens.ts';

/** What callers show. */
interface Credentials {
  readonly sessionTokens: SessionTokens;
  readonly findTenant: TenantOfKey;
  readonly identify: ((request: Request) => Promise<MemberRecord | null>) | undefined;
}

/** Tells strangers from members and hosts by what they show, without asking the store. */
export function knownCaller({ sessionTokens, findTenant, identify }: Credentials): KnownCaller {
  const nameOf = (tenantId: string, memberId: string) => `${tenantId}\n${memberId}`;
  return async (request) => {
    const token = bearerToken(request.headers);
    const subject = token === null ? null : await sessionTokens.check(token);
    if (subject !== null && subject !== 'expired') return nameOf(subject.tenantId, subject.memberId);
    if (token !== null && (await findTenant(request)) !== null) return 'unlimited';
    const member = await identify?.(request);
    return member ? nameOf(member.tenantId, member.id) : null;
  };
}
