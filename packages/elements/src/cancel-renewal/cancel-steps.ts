import type { CancelPreview, CancelRenewalState, ConfirmNotice, Membership, Receipt } from '@leavewell/sdk';
import { matchStatus } from '../match-status.ts';
import { afterSteps } from './after-steps.ts';
import { cancelFacts } from './cancel-facts.ts';
import type { CommandContext } from './command-context.ts';
import { commandSteps } from './command-steps.ts';
import { declareStep, reviewStep } from './declare-steps.ts';
import { keptReceipt } from './kept-receipt.ts';
import { type Step, stepButton } from './step.ts';
import { subject } from './subject.ts';
import { busyVerifyStep } from './verify-steps.ts';

function confirmStep(context: CommandContext, preview: CancelPreview, notice: ConfirmNotice | null, busy = ''): Step {
  const { words, verbs } = context;
  const { membership, verification, confirmLabel } = preview;
  return {
    heading: context.title,
    lead: busy || subject(words, membership),
    ...(verification.required && { progress: [1, 2] as const }),
    isBusy: busy !== '',
    ...(notice && { notice: words[`confirm.${notice}`] }),
    body: cancelFacts(words, preview),
    actions: [
      stepButton('confirm-button', confirmLabel ?? words['cancel.confirm'], verbs.confirm, busy !== ''),
      stepButton('keep-button', words['cancel.keep'], verbs.keep, busy !== ''),
    ],
  };
}

/** What the member saw last stays while it is sent; a form does not, because it cannot be changed any more. */
function submittingStep(context: CommandContext, preview: CancelPreview): Step {
  const { words, method } = context;
  const lead = words['cancel.submitting'];
  if (preview.form) return { heading: context.title, lead, isBusy: true, actions: '' };
  return method ? busyVerifyStep(context, method, lead) : confirmStep(context, preview, null, lead);
}

function doneStep(context: CommandContext, membership: Membership, receipt: Receipt): Step {
  const { words, verbs } = context;
  const ends = [words['receipt.ends'], words['date.end'](receipt)] as const;
  return {
    heading: words['cancel.done.title'](receipt.planName, receipt),
    lead: words['cancel.done.text'](receipt),
    sign: 'check',
    body: keptReceipt(context, receipt, ends, words['receipt.canceledAt']),
    actions: [
      membership.actions.resumeRenewal.allowed
        ? stepButton('resume-button', words['resume.entry'], verbs.resume)
        : '',
      stepButton('close-button', words['action.close'], verbs.close),
    ],
    after: afterSteps(context, receipt),
  };
}

/** The step for where the member is in canceling. */
export function cancelStep(context: CommandContext, state: CancelRenewalState): Step {
  return matchStatus<CancelRenewalState, Step>(state, {
    ...commandSteps(context),
    confirm: ({ preview, notice }) =>
      preview.form
        ? declareStep(context, preview, preview.form, notice)
        : confirmStep(context, preview, notice),
    review: ({ preview, declaration }) => reviewStep(context, preview, declaration),
    submitting: ({ preview }) => submittingStep(context, preview),
    canceled: ({ membership, receipt }) => doneStep(context, membership, receipt),
  });
}
