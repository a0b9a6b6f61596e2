import type { CommandPreview, CommandState } from '@leavewell/sdk';
import type { StatusCases } from '../match-status.ts';
import type { CommandContext } from './command-context.ts';
import { failedStep } from './failed-step.ts';
import { loadingStep } from './loading-step.ts';
import { withHelp } from './other-ways.ts';
import { pendingStep } from './pending-step.ts';
import { refusedStep } from './refused-step.ts';
import { requestedStep, requestingStep } from './request-steps.ts';
import type { Step } from './step.ts';
import { busyVerifyStep, chooseStep, verifyStep } from './verify-steps.ts';

type Common = Omit<StatusCases<CommandState<CommandPreview>, Step>, 'confirm' | 'submitting'>;

/** The steps that canceling and withdrawing have in common: all but the decision and the outcome. */
export function commandSteps(context: CommandContext): Common {
  const { words, title } = context;
  const loading = () => loadingStep(context, title);
  return {
    idle: loading,
    kept: loading,
    loading,
    sending: ({ method }) => {
      const isSent = method === 'sms_code' || method === 'email_code';
      return busyVerifyStep(context, method, words[isSent ? 'code.sending' : 'code.checking']);
    },
    verify: ({ verification, methods, error }) =>
      verifyStep(context, { method: verification.method, verification, busy: '', error, methods }),
    checking: ({ verification }) =>
      busyVerifyStep(context, verification.method, words['code.checking'], verification),
    choose: ({ methods, error }) => chooseStep(context, methods, error),
    pending: ({ membership }) => pendingStep(context, membership),
    refused: ({ membership, refusal }) => {
      const step = refusedStep(context, membership, refusal);
      return refusal.remedy === 'none' ? step : withHelp(context, step);
    },
    requesting: () => requestingStep(context),
    requested: ({ request }) => requestedStep(context, request),
    failed: ({ from, error }) => withHelp(context, failedStep(context, from, error)),
  };
}
