import { failureText } from '@leavewell/locales';
import type { MemberError } from '@leavewell/sdk';
import { html } from 'lit';
import { type Step, stepButton, type StepContext } from './step.ts';

/** Answers that leave open whether a command that was sent has taken effect. */
function leavesOpen({ status = 0, code }: MemberError): boolean {
  return status < 400 || status >= 500 || code === 'in_progress';
}

/** What went wrong, whether anything was changed, and a way on that continues the same intent. */
export function failedStep(
  { words, verbs }: StepContext<'close' | 'retry'>,
  from: string,
  error: MemberError,
): Step {
  const isOpen = from === 'submitting' && leavesOpen(error);
  return {
    heading: words[isOpen ? 'failed.unknown' : 'failed.unchanged'],
    lead: isOpen ? words['failed.safe'] : '',
    body: html`<p part="error" class="box note" role="alert">${failureText(words, error)}</p>`,
    actions: [
      stepButton('close-button', words['action.close'], verbs.close),
      stepButton('retry-button', words['action.retry'], verbs.retry),
    ],
  };
}
