import type { VerificationRecord } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';

/** Throws `verification_attempts_exceeded` when every try was used; another code may be asked for at `retryAt`. */
export function requireAttempts(record: VerificationRecord): VerificationRecord {
  if (record.attemptsLeft > 0) return record;
  throw attemptsExceeded(record.resendAt);
}

/** This way of verifying waits until `retryAt`; every other is open. */
export function attemptsExceeded(retryAt: string): ServiceError {
  return new ServiceError('verification_attempts_exceeded', {
    detail: 'Too many wrong answers: try this way again at "retryAt", or another at once.',
    attemptsLeft: 0,
    retryAt,
  });
}
