import { type Catalog, refusalText } from '@leavewell/locales';
import type { Membership, Refusal } from '@leavewell/sdk';
import { html } from 'lit';
import { type Step, stepButton, type StepContext } from './step.ts';

/** Whose membership it is, in one line. */
export function subject(words: Catalog, { plan, account, seats }: Membership): string {
  return [plan.name, account.name, seats && words['membership.seats'](seats)].filter(Boolean).join(' · ');
}

/** The step before anything is known, in the shape of what comes. */
export function loadingStep({ words, verbs }: StepContext, heading: string): Step {
  return {
    heading,
    lead: words.loading,
    isBusy: true,
    body: html`<div class="bone facts-bone"></div>`,
    actions: stepButton('close-button', words['action.close'], verbs.close),
  };
}

/** Why it cannot be done, with the membership as it is now. */
export function refusedStep({ words, verbs }: StepContext, membership: Membership, refusal: Refusal): Step {
  return {
    heading: words['instead.title'](refusal.code, membership),
    lead: refusalText(words, refusal),
    actions: stepButton('close-button', words['action.close'], verbs.close),
  };
}
