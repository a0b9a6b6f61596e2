import { findProfile, profileIds, type ProfileId } from '@leavewell/policies';
import { ServiceError } from '../service-error.ts';

/** The profile that a host names; null when it names none. Throws `invalid_request` for one that does not exist. */
export function knownPlace(name: string | undefined, field: string): ProfileId | null {
  if (name === undefined) return null;
  const found = findProfile(name);
  if (found !== undefined) return found;
  const message = `There is no profile of this name: send one of ${profileIds.join(', ')}.`;
  throw new ServiceError('invalid_request', { errors: [{ field, message }] });
}
