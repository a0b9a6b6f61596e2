import { HostId } from '@leavewell/contract';
import { ServiceError } from '../service-error.ts';

/** Refuses an identifier in a path that no host may choose. Throws `invalid_request` that names the field. */
export function checkHostId(id: string): void {
  if (HostId.safeParse(id).success) return;
  const message = 'Must start with a letter or digit, then at most 127 letters, digits or "_", ".", ":", "-".';
  throw new ServiceError('invalid_request', { errors: [{ field: 'id', message }] });
}
