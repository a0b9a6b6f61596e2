import { type Action, RefusalCode } from '@leavewell/contract';
import type { MemberError } from '../member-error.ts';

/** An action that is refused, with its code and remedy. */
export type Refusal = Extract<Action, { allowed: false }>;

/** The refusal by rule that an error stands for; undefined for every other error. */
export function refusalIn(error: MemberError): Refusal | undefined {
  const code = RefusalCode.safeParse(error.code).data;
  return code && { allowed: false, code, remedy: error.problem?.remedy ?? 'none', contact: null };
}
