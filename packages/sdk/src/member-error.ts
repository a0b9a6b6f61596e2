import type { ErrorCode, Problem } from '@leavewell/contract';

/** What is known of a failure beside its code. */
export interface MemberErrorInit {
  /** Whether the same call may succeed later without anything being changed. */
  retryable: boolean;
  status?: number;
  requestId?: string;
  /** How long the server asks to wait before trying again, in milliseconds. */
  retryAfter?: number | undefined;
  /** The server's problem document, when there was one. */
  problem?: Problem;
  cause?: unknown;
}

/** The one error of the SDK. Client methods throw it; flows never throw, they move to `failed`. */
export class MemberError extends Error {
  override readonly name = 'MemberError';
  /** Stable; a newer server may send one that is not in the table. */
  readonly code: ErrorCode | (string & {});
  readonly retryable: boolean;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  /** How long the server asks to wait before trying again, in milliseconds. */
  readonly retryAfter: number | undefined;
  readonly problem: Problem | undefined;

  constructor(code: MemberError['code'], init: MemberErrorInit) {
    super(init.problem?.detail ?? code, { cause: init.cause });
    this.code = code;
    this.retryable = init.retryable;
    this.status = init.status;
    this.requestId = init.requestId;
    this.retryAfter = init.retryAfter;
    this.problem = init.problem;
  }
}

/** Whether `value` is a `MemberError`, also one of another copy of the SDK. */
export function isMemberError(value: unknown): value is MemberError {
  return value instanceof Error && value.name === 'MemberError' && 'code' in value;
}
