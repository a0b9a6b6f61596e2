import { sign, verify } from 'hono/jwt';
import type { SessionToken } from '@leavewell/contract';
import { findProfile, type ProfileId } from '@leavewell/policies';
import { formatInstant } from '../calendar/instant.ts';
import { createBoundedMap } from '../bounded-map.ts';
import type { Clock } from '../ports/clock.ts';
import { derivedKey } from './derived-key.ts';

const secondsValid = 15 * 60;

/** Whose session it is. */
export interface SessionSubject {
  readonly tenantId: string;
  readonly memberId: string;
  /** The place whose law applies to it; null when the host named none. */
  readonly place: ProfileId | null;
}

/** Makes and checks session tokens. */
export interface SessionTokens {
  mint(subject: SessionSubject): Promise<SessionToken>;
  /** `expired` for a token of ours that is no longer valid, null for one that is not ours. */
  check(token: string): Promise<SessionSubject | 'expired' | null>;
}

/** A token whose signature was checked before. */
interface KnownToken {
  readonly subject: SessionSubject;
  /** In seconds of the epoch, as the token says. */
  readonly expiresAt: number;
}

/** How many sessions a process remembers; more than that are checked again, which takes longer and says the same. */
const mostKnown = 20_000;

/**
 * JSON Web Tokens (RFC 7519) signed with HMAC-SHA-256, good for 15 minutes, that name tenant and member only. The
 * signature of a token is checked once and remembered, because WebCrypto answers from another thread; its time is
 * checked always.
 */
export function createSessionTokens(sessionSecret: string, clock: Clock): SessionTokens {
  const key = derivedKey(sessionSecret, 'session token');
  const seconds = () => Math.floor(clock.now().getTime() / 1000);
  const known = createBoundedMap<KnownToken>(mostKnown);
  const verified = async (token: string): Promise<KnownToken | null> => {
    const found = known.get(token) ?? readPayload(await verifiedPayload(token, await key));
    if (found !== null) known.set(token, found);
    return found;
  };
  return {
    async mint({ tenantId, memberId, place }) {
      const iat = seconds();
      const exp = iat + secondsValid;
      const token = await sign({ tid: tenantId, sub: memberId, iat, exp, ...(place !== null && { pl: place }) }, await key, 'HS256');
      return { token, expiresAt: formatInstant(new Date(exp * 1000)) };
    },
    async check(token) {
      const found = await verified(token);
      if (found === null) return null;
      return found.expiresAt > seconds() ? found.subject : 'expired';
    },
  };
}

function readPayload(payload: Record<string, unknown> | null): KnownToken | null {
  const { tid, sub, exp, pl } = payload ?? {};
  const isOurs = typeof tid === 'string' && typeof sub === 'string' && typeof exp === 'number';
  const place = typeof pl === 'string' ? (findProfile(pl) ?? null) : null;
  return isOurs ? { subject: { tenantId: tid, memberId: sub, place }, expiresAt: exp } : null;
}

/** The times are left to the caller, who knows the clock of this server. */
async function verifiedPayload(token: string, key: CryptoKey): Promise<Record<string, unknown> | null> {
  try {
    return await verify(token, key, { alg: 'HS256', exp: false, nbf: false, iat: false });
  } catch {
    return null;
  }
}
