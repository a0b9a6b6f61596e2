import type { ProfileId } from '@leavewell/policies';
import type { RefuseKey } from '../limits/refused-keys.ts';
import type { MemberRecord, Store } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';
import { bearerToken } from './bearer-token.ts';
import type { HostAuthentication } from './host-authentication.ts';
import type { SessionTokens } from './session-tokens.ts';

/** Who is asking, and what their session says beside it. */
export interface IdentifiedMember {
  readonly member: MemberRecord;
  /** The place whose law applies to this session; null when it names none. */
  readonly place: ProfileId | null;
  readonly authentication: HostAuthentication | null;
}

/** A member as the host's own login knows them. */
export interface HostIdentity extends MemberRecord {
  /** The profile of the place whose law applies to this session. */
  readonly place?: ProfileId;
  /** How and when they logged in, for a host with a step-up of its own. */
  readonly authentication?: HostAuthentication;
}

/** The member who is asking, from an address. Throws `session_missing`, `session_expired` or `rate_limited`. */
export type IdentifyMember = (request: Request, address: string | null) => Promise<IdentifiedMember>;

interface MemberSources {
  readonly store: Store;
  readonly sessionTokens: SessionTokens;
  readonly refuseKey: RefuseKey;
  readonly identify: ((request: Request) => Promise<HostIdentity | null>) | undefined;
}

/** Finds the member by the host's own login when it gives one, else by session token. Nothing else names a member. */
export function identifyMember({ identify, ...sources }: MemberSources): IdentifyMember {
  if (!identify) return (request, address) => memberOfToken(request, address, sources);
  return async (request) => {
    const identity = await identify(request);
    if (identity) {
      const { place = null, authentication = null, ...member } = identity;
      return { member, place, authentication };
    }
    throw new ServiceError('session_missing', { detail: 'Nobody is logged in.' });
  };
}

async function memberOfToken(
  request: Request,
  address: string | null,
  { store, sessionTokens, refuseKey }: Omit<MemberSources, 'identify'>,
): Promise<IdentifiedMember> {
  const token = bearerToken(request.headers);
  if (token === null) {
    throw new ServiceError('session_missing', { detail: 'Send a session token in "Authorization: Bearer <token>".' });
  }
  const subject = await sessionTokens.check(token);
  if (subject === null) throw refuseKey(sessionExpired(), address);
  // A token of ours that is too old is no guess: it is never counted, and its owner always hears to fetch another.
  if (subject === 'expired') throw sessionExpired();
  const member = await store.read((rows) => rows.getMember(subject.tenantId, subject.memberId));
  if (member) return { member, place: subject.place, authentication: null };
  throw sessionExpired();
}

function sessionExpired(): ServiceError {
  return new ServiceError('session_expired', { detail: 'Ask the host for a new session token.' });
}
