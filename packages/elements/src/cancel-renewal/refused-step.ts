import { refusalText } from '@leavewell/locales';
import type { Membership, Refusal } from '@leavewell/sdk';
import { type Step, stepButton, type StepContext } from './step.ts';

/** Why it cannot be done, with the membership as it is now. */
export function refusedStep({ words, verbs }: StepContext, membership: Membership, refusal: Refusal): Step {
  return {
    heading: words['instead.title'](refusal.code, membership),
    lead: refusalText(words, refusal),
    actions: stepButton('close-button', words['action.close'], verbs.close),
  };
}
