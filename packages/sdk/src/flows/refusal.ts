import { type Refusal, RefusalCode } from '@leavewell/contract';
import type { MemberError } from '../member-error.ts';

/** The refusal by rule that an error stands for; undefined for every other error. */
export function refusalIn(error: MemberError): Refusal | undefined {
  const code = RefusalCode.safeParse(error.code).data;
  return code && { code, remedy: error.problem?.remedy ?? 'none', contact: null };
}
