import type { VerificationRecord } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';

/** Throws `verification_attempts_exceeded` when every try was used; another code may be asked for at `retryAt`. */
export function requireAttempts(record: VerificationRecord): VerificationRecord {
  if (record.attemptsLeft > 0) return record;
  throw new ServiceError('verification_attempts_exceeded', { attemptsLeft: 0, retryAt: record.resendAt });
}
