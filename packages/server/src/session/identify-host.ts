import type { HostKey } from '../handler-options.ts';
import type { RefuseKey } from '../limits/refused-keys.ts';
import { ServiceError } from '../service-error.ts';
import { bearerToken } from './bearer-token.ts';
import { digestOf, isSameDigest } from './digest.ts';

/** The tenant whose backend is calling, from an address. Throws `host_key_invalid` or `rate_limited`. */
export type IdentifyHost = (request: Request, address: string | null) => Promise<string>;

/** The tenant whose secret key a request carries; null when it carries none of ours. */
export type TenantOfKey = (request: Request) => Promise<string | null>;

/** Finds the tenant by its secret key. Every key is compared, by digest, so that the time taken tells nothing. */
export function tenantOfKey(hostKeys: readonly HostKey[]): TenantOfKey {
  const known = Promise.all(
    hostKeys.map(async ({ tenantId, secret }) => ({ tenantId, digest: await digestOf(secret) })),
  );
  return async (request) => {
    const digest = await digestOf(bearerToken(request.headers) ?? '');
    const [match] = (await known).filter((key) => isSameDigest(key.digest, digest));
    return match?.tenantId ?? null;
  };
}

/** Lets only a host's backend in. */
export function identifyHost(findTenant: TenantOfKey, refuseKey: RefuseKey): IdentifyHost {
  return async (request, address) => {
    const tenantId = await findTenant(request);
    if (tenantId !== null) return tenantId;
    const detail = 'Send the secret key of the host in "Authorization: Bearer <key>".';
    throw refuseKey(new ServiceError('host_key_invalid', { detail }), address);
  };
}
