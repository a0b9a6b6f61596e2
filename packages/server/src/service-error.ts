import { refusalErrors, serverErrors, type Problem, type ServerErrorCode } from '@leavewell/contract';

/** What a problem document may say beside its code. Never put a secret or a stranger's data here. */
export type ProblemDetails = Pick<
  Problem,
  'detail' | 'errors' | 'remedy' | 'attemptsLeft' | 'retryAt' | 'membership'
>;

/** A failure with a stable code that may be told to the caller. Anything else thrown becomes `internal`. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly code: ServerErrorCode;
  readonly details: ProblemDetails;

  constructor(code: ServerErrorCode, details: ProblemDetails = {}, options?: ErrorOptions) {
    super(details.detail ?? code, options);
    this.code = code;
    this.details = details;
  }

  /** The HTTP status of the code. */
  get status(): number {
    return { ...serverErrors, ...refusalErrors }[this.code];
  }
}
