import { Problem } from '@leavewell/contract';
import { type HTTPError, isHTTPError, isTimeoutError } from 'ky';
import { isMemberError, MemberError } from '../member-error.ts';
import { retryAfterOf } from './retry-after.ts';

/** Answers after which the same call may succeed later. A 409 is one only while another call works on the same. */
export const retryableStatuses = [408, 409, 429, 502, 503, 504];

async function failureOfAnswer(error: HTTPError): Promise<MemberError> {
  const { response } = error;
  const { status } = response;
  // A copy, because the failure of one answer is asked for twice: before a repeat, and after the last.
  const problem = Problem.safeParse(await response.clone().json().catch(() => undefined)).data;
  const retryAfter = retryAfterOf(response);
  const retryable = retryableStatuses.includes(status) && (status !== 409 || problem?.code === 'in_progress');
  if (problem === undefined) {
    // Not our server but something before it: a gateway that gave up counts as no answer at all.
    return new MemberError(retryable ? 'network' : 'invalid_response', { retryable, status, retryAfter, cause: error });
  }
  const { code, requestId } = problem;
  return new MemberError(code, { retryable, status, requestId, retryAfter, problem, cause: error });
}

/** Makes the one error of the SDK of whatever a call threw. */
export async function failureOf(error: unknown): Promise<MemberError> {
  if (isMemberError(error)) return error;
  if (isHTTPError(error)) return failureOfAnswer(error);
  if (isTimeoutError(error)) return new MemberError('timeout', { retryable: true, cause: error });
  // What is left was thrown while the request was put together: a token, language or key that fits in no header.
  return new MemberError('invalid_request', { retryable: false, cause: error });
}
