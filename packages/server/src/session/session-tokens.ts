import { sign, verify } from 'hono/jwt';
import type { SessionToken } from '@leavewell/contract';
import { formatInstant } from '../calendar/instant.ts';
import type { Clock } from '../ports/clock.ts';
import { derivedKey } from './derived-key.ts';

const secondsValid = 15 * 60;

/** Whose session it is. */
export interface SessionSubject {
  readonly tenantId: string;
  readonly memberId: string;
}

/** Makes and checks session tokens. */
export interface SessionTokens {
  mint(subject: SessionSubject): Promise<SessionToken>;
  /** Null when the token is not ours or no longer valid. */
  check(token: string): Promise<SessionSubject | null>;
}

/** JSON Web Tokens (RFC 7519) signed with HMAC-SHA-256, good for 15 minutes, that name tenant and member only. */
export function createSessionTokens(sessionSecret: string, clock: Clock): SessionTokens {
  const key = derivedKey(sessionSecret, 'session token');
  const seconds = () => Math.floor(clock.now().getTime() / 1000);
  return {
    async mint({ tenantId, memberId }) {
      const iat = seconds();
      const exp = iat + secondsValid;
      const token = await sign({ tid: tenantId, sub: memberId, iat, exp }, await key, 'HS256');
      return { token, expiresAt: formatInstant(new Date(exp * 1000)) };
    },
    async check(token) {
      const payload = await verifiedPayload(token, await key);
      if (!payload || typeof payload.exp !== 'number' || payload.exp <= seconds()) return null;
      const { tid, sub } = payload;
      return typeof tid === 'string' && typeof sub === 'string' ? { tenantId: tid, memberId: sub } : null;
    },
  };
}

/** The times are left to the caller, who knows the clock of this server. */
async function verifiedPayload(token: string, key: CryptoKey): Promise<Record<string, unknown> | null> {
  try {
    return await verify(token, key, { alg: 'HS256', exp: false, nbf: false, iat: false });
  } catch {
    return null;
  }
}
