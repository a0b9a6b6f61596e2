import type { Membership, Receipt, ResumeRenewalState } from '@leavewell/sdk';
import { html } from 'lit';
import { matchStatus } from '../match-status.ts';
import { say } from '../phrase-template.ts';
import { failedStep } from './failed-step.ts';
import { loadingStep, refusedStep, subject } from './shared-steps.ts';
import { rows, type Step, stepButton, type StepContext } from './step.ts';

/** Price and date stand before the decision, and neither button is chosen beforehand. */
function confirmStep({ words, verbs }: StepContext, membership: Membership, busy = ''): Step {
  return {
    heading: words['resume.title'],
    lead: busy || subject(words, membership),
    isBusy: busy !== '',
    body: html`<p class="box note" part="facts">${say(words['resume.text'](membership))}</p>`,
    actions: [
      stepButton('keep-button', words['resume.keep'], verbs.keep, busy !== ''),
      stepButton('confirm-button', words['resume.entry'], verbs.confirm, busy !== ''),
    ],
  };
}

function doneStep({ words, verbs }: StepContext, membership: Membership, receipt: Receipt): Step {
  const { requestedAt, timeZone, planName, id } = receipt;
  return {
    heading: words['resume.done.title'](planName, receipt),
    lead: words['resume.text'](membership),
    isDone: true,
    body: rows([
      [words['receipt.resumedAt'], [words['date.moment'](requestedAt, timeZone)]],
      [words['receipt.id'], id],
    ]),
    actions: stepButton('close-button', words['action.close'], verbs.close),
  };
}

/** The step for where the member is in turning renewal back on. */
export function resumeStep(context: StepContext, state: ResumeRenewalState): Step {
  const { words } = context;
  const loading = () => loadingStep(context, words['resume.title']);
  return matchStatus(state, {
    idle: loading,
    kept: loading,
    loading,
    confirm: ({ membership }) => confirmStep(context, membership),
    submitting: ({ membership }) => confirmStep(context, membership, words['resume.submitting']),
    resumed: ({ membership, receipt }) => doneStep(context, membership, receipt),
    refused: ({ membership, refusal }) => refusedStep(context, membership, refusal),
    failed: ({ from, error }) => failedStep(context, from, error),
  });
}
