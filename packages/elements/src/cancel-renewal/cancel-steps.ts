import type {
  CancelPreview,
  CancelRenewalState,
  ConfirmNotice,
  Membership,
  Receipt,
  Verification,
} from '@leavewell/sdk';
import { html, type TemplateResult } from 'lit';
import { mark } from '../mark.ts';
import { matchStatus } from '../match-status.ts';
import { say } from '../phrase-template.ts';
import { codeStep, type CodeView } from './code-step.ts';
import { failedStep } from './failed-step.ts';
import { loadingStep } from './loading-step.ts';
import { pendingStep } from './pending-step.ts';
import { refusedStep } from './refused-step.ts';
import { rows } from './rows.ts';
import { type Step, stepButton, type StepContext } from './step.ts';
import { subject } from './subject.ts';

/** What the cancel steps need beside the words. */
export interface CancelContext extends StepContext {
  readonly secondsToResend: (verification: Verification) => number;
}

const usualLength = 6;

function facts({ words }: StepContext, preview: CancelPreview): TemplateResult {
  const fact = (kind: 'check' | 'cross', name: 'until' | 'from') => html`<li>
    ${mark(kind)}<strong>${say(words[`cancel.${name}.title`](preview))}</strong>
    <span class="muted">${say(words[`cancel.${name}.text`](preview))}</span>
  </li>`;
  return html`<ul class="box facts" part="facts">${fact('check', 'until')} ${fact('cross', 'from')}</ul>`;
}

function confirmStep(context: StepContext, preview: CancelPreview, notice: ConfirmNotice | null, busy = ''): Step {
  const { words, verbs } = context;
  return {
    heading: words['cancel.title'],
    lead: busy || subject(words, preview.membership),
    ...(preview.verification.length && { progress: [1, 2] as const }),
    isBusy: busy !== '',
    ...(notice && { notice: words[`confirm.${notice}`] }),
    body: facts(context, preview),
    actions: [
      stepButton('keep-button', words['cancel.keep'], verbs.keep, busy !== ''),
      stepButton('confirm-button', words['cancel.confirm'], verbs.confirm, busy !== ''),
    ],
  };
}

function busyCode(context: StepContext, lead: string, length = usualLength): Step {
  const view: CodeView = { lead, length, isBusy: true, error: null, secondsToResend: null };
  return codeStep(context, view);
}

function doneStep({ words, verbs }: StepContext, membership: Membership, receipt: Receipt): Step {
  return {
    heading: words['cancel.done.title'](receipt.planName, receipt),
    lead: words['cancel.done.text'](receipt),
    sign: 'check',
    body: rows([
      [words['receipt.ends'], words['date.end'](receipt)],
      [words['receipt.canceledAt'], [words['date.moment'](receipt.requestedAt, receipt.timeZone)]],
      [words['receipt.id'], receipt.id],
    ]),
    actions: [
      membership.actions.resumeRenewal.allowed
        ? stepButton('resume-button', words['resume.entry'], verbs.resume)
        : '',
      stepButton('close-button', words['action.close'], verbs.close),
    ],
  };
}

/** The step for where the member is in canceling. */
export function cancelStep(context: CancelContext, state: CancelRenewalState): Step {
  const { words } = context;
  const loading = () => loadingStep(context, words['cancel.title']);
  return matchStatus(state, {
    idle: loading,
    kept: loading,
    loading,
    confirm: ({ preview, notice }) => confirmStep(context, preview, notice),
    sending: () => busyCode(context, words['code.sending']),
    verify: ({ verification, error }) =>
      codeStep(context, {
        lead: words['code.sent'](verification.destination),
        length: verification.codeLength,
        isBusy: false,
        error,
        secondsToResend: context.secondsToResend(verification),
      }),
    checking: ({ verification }) => busyCode(context, words['code.checking'], verification.codeLength),
    submitting: ({ preview }) =>
      preview.verification.length
        ? busyCode(context, words['cancel.submitting'])
        : confirmStep(context, preview, null, words['cancel.submitting']),
    pending: ({ membership }) => pendingStep(context, membership),
    canceled: ({ membership, receipt }) => doneStep(context, membership, receipt),
    refused: ({ membership, refusal }) => refusedStep(context, membership, refusal),
    failed: ({ from, error }) => failedStep(context, from, error),
  });
}
