import type { SupportRequest } from '@leavewell/sdk';
import type { CommandContext } from './command-context.ts';
import { rows } from './rows.ts';
import { type Step, stepButton } from './step.ts';

/** A person is being asked. */
export function requestingStep({ words, verbs }: CommandContext): Step {
  return {
    heading: words['request.entry'],
    lead: words['request.sending'],
    isBusy: true,
    actions: stepButton('close-button', words['action.close'], verbs.close),
  };
}

/** A person was asked: from when it counts, and under which number. */
export function requestedStep({ words, verbs }: CommandContext, request: SupportRequest): Step {
  return {
    heading: words['request.done.title'],
    lead: words['request.done.text'](request),
    sign: 'check',
    body: rows([[words['request.id'], request.id]]),
    actions: stepButton('close-button', words['action.close'], verbs.close),
  };
}
