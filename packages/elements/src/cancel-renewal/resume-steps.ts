import type { ConfirmNotice, Membership, Receipt, ResumeRenewalState } from '@leavewell/sdk';
import { html } from 'lit';
import { matchStatus } from '../match-status.ts';
import { say } from '../phrase-template.ts';
import { failedStep } from './failed-step.ts';
import { loadingStep } from './loading-step.ts';
import { pendingStep } from './pending-step.ts';
import { refusedStep } from './refused-step.ts';
import { rows } from './rows.ts';
import { type Step, stepButton, type StepContext } from './step.ts';
import { subject } from './subject.ts';

/** Price and date stand before the decision, and neither button is chosen beforehand. */
function confirmStep(
  { words, verbs }: StepContext,
  membership: Membership,
  notice: ConfirmNotice | null,
  busy = '',
): Step {
  return {
    heading: words['resume.title'],
    lead: busy || subject(words, membership),
    isBusy: busy !== '',
    ...(notice && { notice: words[`confirm.${notice}`] }),
    body: html`<p class="box note" part="facts">${say(words['resume.text'](membership))}</p>`,
    actions: [
      stepButton('confirm-button', words['resume.entry'], verbs.confirm, busy !== ''),
      stepButton('keep-button', words['resume.keep'], verbs.keep, busy !== ''),
    ],
  };
}

function doneStep({ words, verbs }: StepContext, membership: Membership, receipt: Receipt): Step {
  const { requestedAt, timeZone, planName, id } = receipt;
  return {
    heading: words['resume.done.title'](planName, receipt),
    lead: words['resume.text'](membership),
    sign: 'check',
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
    confirm: ({ membership, notice }) => confirmStep(context, membership, notice),
    submitting: ({ membership }) => confirmStep(context, membership, null, words['resume.submitting']),
    pending: ({ membership }) => pendingStep(context, membership),
    resumed: ({ membership, receipt }) => doneStep(context, membership, receipt),
    refused: ({ membership, refusal }) => refusedStep(context, membership, refusal),
    failed: ({ from, error }) => failedStep(context, from, error),
  });
}
