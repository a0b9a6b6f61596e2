import { ServiceError } from '@leavewell/server';

/**
 * The secret, or ServiceError `internal` that names the environment variable: without a secret nothing starts, since
 * an empty one would accept what anybody signs.
 */
export function requireSecret(secret: string | undefined, variable: string): string {
  if (typeof secret === 'string' && secret !== '' && !/\s/.test(secret)) return secret;
  throw new ServiceError('internal', {
    detail: `No secret, no start: set ${variable} to the company's secret, without spaces or line ends`,
  });
}
