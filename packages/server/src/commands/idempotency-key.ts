import { ServiceError } from '../service-error.ts';

/** The key that stands for one intent. Throws `idempotency_key_missing`, or `invalid_request` for a bad one. */
export function idempotencyKey(headers: Headers): string {
  const key = headers.get('idempotency-key');
  if (key === null || key === '') {
    throw new ServiceError('idempotency_key_missing', {
      detail: 'Send a header "Idempotency-Key" with a new random value for each intent, the same for its repeats.',
    });
  }
  if (/^[A-Za-z0-9_.:-]{8,128}$/.test(key)) return key;
  const message = 'Must be 8 to 128 letters, digits or "_", ".", ":", "-".';
  throw new ServiceError('invalid_request', { errors: [{ field: 'Idempotency-Key', message }] });
}
