import type { RefuseKey } from '../limits/refused-keys.ts';
import type { MemberRecord, Store } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';
import { bearerToken } from './bearer-token.ts';
import type { SessionTokens } from './session-tokens.ts';

/** The member who is asking, from an address. Throws `session_missing`, `session_expired` or `rate_limited`. */
export type IdentifyMember = (request: Request, address: string | null) => Promise<MemberRecord>;

interface MemberSources {
  readonly store: Store;
  readonly sessionTokens: SessionTokens;
  readonly refuseKey: RefuseKey;
  readonly identify: ((request: Request) => Promise<MemberRecord | null>) | undefined;
}

/** Finds the member by the host's own login when it gives one, else by session token. Nothing else names a member. */
export function identifyMember({ identify, ...sources }: MemberSources): IdentifyMember {
  if (!identify) return (request, address) => memberOfToken(request, address, sources);
  return async (request) => {
    const member = await identify(request);
    if (member) return member;
    throw new ServiceError('session_missing', { detail: 'Nobody is logged in.' });
  };
}

async function memberOfToken(
  request: Request,
  address: string | null,
  { store, sessionTokens, refuseKey }: Omit<MemberSources, 'identify'>,
): Promise<MemberRecord> {
  const token = bearerToken(request.headers);
  if (token === null) {
    throw new ServiceError('session_missing', { detail: 'Send a session token in "Authorization: Bearer <token>".' });
  }
  const subject = await sessionTokens.check(token);
  if (subject === null) throw refuseKey(sessionExpired(), address);
  // A token of ours that is too old is no guess: it is never counted, and its owner always hears to fetch another.
  if (subject === 'expired') throw sessionExpired();
  const member = await store.read((rows) => rows.getMember(subject.tenantId, subject.memberId));
  if (member) return member;
  throw sessionExpired();
}

function sessionExpired(): ServiceError {
  return new ServiceError('session_expired', { detail: 'Ask the host for a new session token.' });
}
