import type { MemberRecord, Store } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';
import { bearerToken } from './bearer-token.ts';
import type { SessionTokens } from './session-tokens.ts';

/** The member who is asking. Throws `session_missing` or `session_expired`. */
export type IdentifyMember = (request: Request) => Promise<MemberRecord>;

interface MemberSources {
  readonly store: Store;
  readonly sessionTokens: SessionTokens;
  readonly identify: ((request: Request) => Promise<MemberRecord | null>) | undefined;
}

/** Finds the member by the host's own login when it gives one, else by session token. Nothing else names a member. */
export function identifyMember({ store, sessionTokens, identify }: MemberSources): IdentifyMember {
  if (!identify) return (request) => memberOfToken(request, store, sessionTokens);
  return async (request) => {
    const member = await identify(request);
    if (member) return member;
    throw new ServiceError('session_missing', { detail: 'Nobody is logged in.' });
  };
}

async function memberOfToken(request: Request, store: Store, sessionTokens: SessionTokens): Promise<MemberRecord> {
  const token = bearerToken(request.headers);
  if (token === null) {
    throw new ServiceError('session_missing', { detail: 'Send a session token in "Authorization: Bearer <token>".' });
  }
  const subject = await sessionTokens.check(token);
  const member = subject && (await store.transaction((rows) => rows.getMember(subject.tenantId, subject.memberId)));
  if (member) return member;
  throw new ServiceError('session_expired', { detail: 'Ask the host for a new session token.' });
}
