import { html } from 'lit';
import { type Step, stepButton, type StepContext } from './step.ts';

/** The step before anything is known, in the shape of what comes. */
export function loadingStep({ words, verbs }: StepContext<'close'>, heading: string): Step {
  return {
    heading,
    lead: words.loading,
    isBusy: true,
    body: html`<div class="bone facts-bone"></div>`,
    actions: stepButton('close-button', words['action.close'], verbs.close),
  };
}
