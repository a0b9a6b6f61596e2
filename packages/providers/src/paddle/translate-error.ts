import { ServiceError } from '@leavewell/server';
import { objectOf, textOf } from '../wire-value.ts';

type Code = ConstructorParameters<typeof ServiceError>[0];

/**
 * Paddle's own words for what is not simply refused. Half an hour before a renewal it takes no changes any more
 * ("subscription_locked_renewal"), and so it is for any other processing.
 */
const codes: ReadonlyMap<string | null, Code> = new Map([
  ['not_found', 'subscription_missing'],
  ['entity_not_found', 'subscription_missing'],
  ['subscription_locked_renewal', 'too_late'],
  ['subscription_locked_processing', 'too_late'],
]);

/** Nobody knows whether it was done: the caller reads before anything else. */
export function unclear(detail: string, cause?: unknown): ServiceError {
  return new ServiceError('provider_unavailable', { detail }, { cause });
}

/** Says in our codes what Paddle refused. Its own sentences stay in `cause`, for the log. */
export function paddleRefusal(status: number, error: unknown, requestId: string | null): ServiceError {
  const code = textOf(objectOf(error)['code']);
  const request = requestId === null ? '' : `, request ${requestId}`;
  if (status === 401 || status === 403) {
    return unclear(`Paddle refuses the key${request}: check PADDLE_API_KEY and its permissions`, error);
  }
  if (code === null || status === 429 || status >= 500 || status < 400) {
    return unclear(`Paddle did not answer, or not for good (${status}${request})`, error);
  }
  const ours = codes.get(code) ?? (status === 404 ? 'subscription_missing' : 'provider_refused');
  return new ServiceError(ours, { detail: `Paddle refused with ${code}${request}` }, { cause: error });
}
