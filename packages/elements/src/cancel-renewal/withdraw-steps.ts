import type { ConfirmNotice, Receipt, WithdrawPreview, WithdrawState } from '@leavewell/sdk';
import { html } from 'lit';
import { matchStatus } from '../match-status.ts';
import { say } from '../phrase-template.ts';
import type { CommandContext } from './command-context.ts';
import { commandSteps } from './command-steps.ts';
import { keptReceipt } from './kept-receipt.ts';
import { type Step, stepButton } from './step.ts';
import { subject } from './subject.ts';
import { busyVerifyStep } from './verify-steps.ts';

/** That it ends at once and what is paid back stand before the decision. */
function confirmStep(context: CommandContext, preview: WithdrawPreview, notice: ConfirmNotice | null, busy = ''): Step {
  const { words, verbs } = context;
  return {
    heading: context.title,
    lead: busy || subject(words, preview.membership),
    ...(preview.verification.required && { progress: [1, 2] as const }),
    isBusy: busy !== '',
    ...(notice && { notice: words[`confirm.${notice}`] }),
    body: html`<p class="box note" part="facts">${say(words['withdraw.text'](preview))}</p>`,
    actions: [
      stepButton('confirm-button', preview.confirmLabel ?? words['withdraw.confirm'], verbs.confirm, busy !== ''),
      stepButton('keep-button', words['withdraw.keep'], verbs.keep, busy !== ''),
    ],
  };
}

function doneStep(context: CommandContext, receipt: Receipt): Step {
  const { words, verbs } = context;
  return {
    heading: words['withdraw.done.title'](receipt.planName),
    lead: words['withdraw.done.text'],
    sign: 'check',
    body: keptReceipt(context, receipt, null, words['receipt.withdrawnAt']),
    actions: stepButton('close-button', words['action.close'], verbs.close),
  };
}

/** The step for where the member is in withdrawing from the contract. */
export function withdrawStep(context: CommandContext, state: WithdrawState): Step {
  const { words, method } = context;
  const lead = words['withdraw.submitting'];
  return matchStatus<WithdrawState, Step>(state, {
    ...commandSteps(context),
    confirm: ({ preview, notice }) => confirmStep(context, preview, notice),
    submitting: ({ preview }) =>
      method ? busyVerifyStep(context, method, lead) : confirmStep(context, preview, null, lead),
    withdrawn: ({ receipt }) => doneStep(context, receipt),
  });
}
