import type { MemberError, Verification, VerificationMethod } from '@leavewell/sdk';
import { html } from 'lit';
import { codeStep } from './code-step.ts';
import type { CommandContext } from './command-context.ts';
import { otherWays } from './other-ways.ts';
import { secretStep, type TypedSecret } from './secret-step.ts';
import { type Step, stepButton } from './step.ts';
import { wrongAnswer } from './wrong-answer.ts';

/** How the member is asked to show that it is them. */
export interface VerifyView {
  readonly method: VerificationMethod;
  /** Null while it is only begun. */
  readonly verification: Verification | null;
  /** What is being done; empty while it is the member's turn. */
  readonly busy: string;
  readonly error: MemberError | null;
  /** The other ways that are left. */
  readonly methods: readonly VerificationMethod[];
}

type View = (context: CommandContext, view: VerifyView) => Step;

const usualLength = 6;

function waysOf(context: CommandContext, { busy, methods }: VerifyView): unknown {
  return busy === '' ? otherWays(context, methods) : '';
}

const codeView: View = (context, view) => {
  const { words } = context;
  const { method, verification, busy, error } = view;
  const isSent = method !== 'totp';
  return codeStep(context, {
    lead: busy || (isSent ? words['code.sent'](verification?.destination ?? '') : words['verify.ask.totp']),
    length: verification?.codeLength ?? usualLength,
    isBusy: busy !== '',
    error,
    secondsToResend: busy === '' && isSent && verification ? context.secondsToResend(verification) : null,
    ways: waysOf(context, view),
  });
};

const secretView =
  (method: TypedSecret): View =>
  (context, view) =>
    secretStep(context, { method, busy: view.busy, error: view.error, ways: waysOf(context, view) });

/** The browser shows what is to be done; here is what to do when it was dismissed, or did not come. */
const passkeyView: View = (context, view) => {
  const { words, verbs } = context;
  const isBusy = view.busy !== '';
  return {
    heading: words['code.title'],
    lead: view.error ? '' : view.busy || words['verify.passkey'],
    progress: [2, 2],
    isBusy,
    body: html`<p part="error" role="alert">${wrongAnswer(words, view.error)}</p>
      ${waysOf(context, view)}`,
    actions: [
      stepButton('passkey-button', words['verify.passkeyAgain'], () => verbs.useMethod('passkey'), isBusy),
      stepButton('keep-button', words['cancel.keep'], verbs.keep, isBusy),
    ],
  };
};

const views: Readonly<Record<VerificationMethod, View>> = {
  passkey: passkeyView,
  password: secretView('password'),
  sms_code: codeView,
  email_code: codeView,
  totp: codeView,
  administrator_password: secretView('administrator_password'),
  company_credential: secretView('company_credential'),
  // The server looks at the login by itself, so nobody is ever asked; something is done at most.
  host_login: passkeyView,
};

/** Asks for one way to show that it is the member, with the others beside it. */
export function verifyStep(context: CommandContext, view: VerifyView): Step {
  return views[view.method](context, view);
}

/** The same place while something is done there, so that the focus never jumps. */
export function busyVerifyStep(
  context: CommandContext,
  method: VerificationMethod,
  busy: string,
  verification: Verification | null = null,
): Step {
  return verifyStep(context, { method, verification, busy, error: null, methods: [] });
}

/** No way leads on by itself: those that are left, and a person. */
export function chooseStep(
  context: CommandContext,
  methods: readonly VerificationMethod[],
  error: MemberError | null,
): Step {
  const { words, verbs } = context;
  return {
    heading: words['choose.title'],
    lead: words['choose.text'],
    body: html`<p part="error" role="alert">${wrongAnswer(words, error)}</p>
      ${otherWays(context, methods)}`,
    actions: stepButton('keep-button', words['cancel.keep'], verbs.keep),
  };
}
