import type { Membership } from '@leavewell/sdk';
import { html } from 'lit';
import { say } from '../phrase-template.ts';
import { type Step, stepButton, type StepContext } from './step.ts';
import { subject } from './subject.ts';

/** What was sent and is not confirmed. Nothing has to be done, so the only button closes. */
export function pendingStep({ words, verbs }: StepContext, membership: Membership): Step {
  return {
    heading: words['pending.title'],
    lead: subject(words, membership),
    sign: 'wait',
    body: html`<p class="box note" part="facts">${say(words['pending.text'](membership))}</p>`,
    actions: stepButton('close-button', words['action.close'], verbs.close),
  };
}
