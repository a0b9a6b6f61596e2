import type { HostKey } from '../handler-options.ts';
import { ServiceError } from '../service-error.ts';
import { bearerToken } from './bearer-token.ts';
import { digestOf, isSameDigest } from './digest.ts';

/** The tenant whose backend is calling. Throws `host_key_invalid`. */
export type IdentifyHost = (request: Request) => Promise<string>;

/** Finds the tenant by its secret key. Every key is compared, by digest, so that the time taken tells nothing. */
export function identifyHost(hostKeys: readonly HostKey[]): IdentifyHost {
  const known = Promise.all(
    hostKeys.map(async ({ tenantId, secret }) => ({ tenantId, digest: await digestOf(secret) })),
  );
  return async (request) => {
    const digest = await digestOf(bearerToken(request.headers) ?? '');
    const [match] = (await known).filter((key) => isSameDigest(key.digest, digest));
    if (match) return match.tenantId;
    throw new ServiceError('host_key_invalid', {
      detail: 'Send the secret key of the host in "Authorization: Bearer <key>".',
    });
  };
}
