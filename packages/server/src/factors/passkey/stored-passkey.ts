import type { FactorRecord } from '../../ports/filed-record.ts';
import type { MemberRecord } from '../../ports/store.ts';
import { digestOf } from '../../session/digest.ts';

/** What is kept of a passkey; nothing in it is secret. */
export interface StoredPasskey {
  /** Base64url, as the browser names it. */
  readonly credentialId: string;
  /** COSE key in base64url. */
  readonly publicKey: string;
  /** How often the authenticator says it has signed; 0 for one that does not count. */
  readonly counter: number;
  readonly transports: readonly string[];
}

/** What `finishEnrolment` wrote; this program wrote it. */
export function readPasskey({ secret }: Pick<FactorRecord, 'secret'>): StoredPasskey {
  return JSON.parse(secret);
}

/** How the browser names a passkey that is there. */
export function descriptorOf(factor: FactorRecord): { id: string; type: 'public-key'; transports: string[] } {
  const { credentialId, transports } = readPasskey(factor);
  return { id: credentialId, type: 'public-key', transports: [...transports] };
}

/**
 * The user handle of WebAuthn: the same for every passkey of a member, and nothing that says who they are
 * (WebAuthn Level 3, section 14.6.1).
 */
export function userHandleOf({ tenantId, id }: Pick<MemberRecord, 'tenantId' | 'id'>): Promise<string> {
  return digestOf(`leavewell passkey\n${tenantId}\n${id}`);
}
