import { ServiceError } from '../service-error.ts';

/** The stored version is not the one before the record's. */
export function staleVersionError(id: string, version: number): ServiceError {
  return new ServiceError('version_conflict', {
    detail: `membership ${id}: version ${version} does not follow the stored one; read it again`,
  });
}

/** A row that must be written once is there already. */
export function takenError(what: string, id: string): ServiceError {
  return new ServiceError('version_conflict', { detail: `${what} ${id} is stored already` });
}

/** A row that is to be changed is not there. */
export function goneError(what: string, id: string): ServiceError {
  return new ServiceError('version_conflict', { detail: `${what} ${id} is not stored` });
}

/** Another intent of the tenant holds the id, the key or the target. */
export function intentTakenError(): ServiceError {
  return new ServiceError('in_progress', { detail: 'the idempotency key or the same change is in use' });
}

/** A row names a membership that its tenant does not have. */
export function foreignMembershipError(options?: ErrorOptions): ServiceError {
  return new ServiceError('membership_not_found', { detail: 'the row names no membership of its tenant' }, options);
}

/** A transaction was asked for after `close`. */
export function closedError(): ServiceError {
  return new ServiceError('store_unavailable', { detail: 'the store was closed' });
}
