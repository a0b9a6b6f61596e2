import { failureText } from '@leavewell/locales';
import type { MemberError } from '@leavewell/sdk';
import { nothing } from 'lit';
import type { StepCatalog } from './cancel-words.ts';

/** Why what was answered, and is no code, was not taken; nothing where nothing was wrong. */
export function wrongAnswer(words: StepCatalog, error: MemberError | null): string | typeof nothing {
  if (!error) return nothing;
  if (error.code !== 'verification_code_wrong') return failureText(words, error);
  return words['verify.wrong'](error.problem?.attemptsLeft ?? null);
}
