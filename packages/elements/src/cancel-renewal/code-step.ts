import { failureText } from '@leavewell/locales';
import type { MemberError } from '@leavewell/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { type Step, stepButton, type StepContext } from './step.ts';

/** How the code is asked for at this moment. */
export interface CodeView {
  /** Where the code went, or what is being done. */
  readonly lead: string;
  readonly isBusy: boolean;
  /** Digits of the code. */
  readonly length: number;
  readonly error: MemberError | null;
  /** Until another code may be asked for; null while none can be. */
  readonly secondsToResend: number | null;
  /** What stands below the field. */
  readonly ways: unknown;
}

/** What was typed or pasted, as digits: spaces and dashes are dropped, wide digits of an input method are narrowed. */
function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '');
}

function input({ words, verbs }: StepContext, view: CodeView): TemplateResult {
  const onInput = ({ currentTarget }: Event) => {
    if (!(currentTarget instanceof HTMLInputElement)) return;
    const code = digitsOf(currentTarget.value);
    if (code !== currentTarget.value) currentTarget.value = code;
    if (code.length === view.length) verbs.enterCode(code);
  };
  return html`<label class="small muted" for="code">${words['code.label'](view.length)}</label>
    <div class="code" dir="ltr">
      <input
        id="code"
        part="code-input"
        inputmode="numeric"
        autocomplete="one-time-code"
        spellcheck="false"
        aria-describedby="lead error"
        aria-invalid=${view.error !== null}
        .readOnly=${view.isBusy}
        .style=${`--_length:${view.length}`}
        @input=${onInput}
      />
    </div>
    <p id="error" part="error" role="alert">${view.error ? failureText(words, view.error) : nothing}</p>`;
}

function resend({ words, verbs }: StepContext, seconds: number | null): unknown {
  if (seconds === null) return nothing;
  if (seconds > 0) return html`<span class="muted">${words['code.resendIn'](seconds)}</span>`;
  return html`<button type="button" class="link" part="resend-button" @click=${verbs.resendCode}>
    ${words['code.resend']}
  </button>`;
}

/** Asks for the code. The same field stays on the page while a code is sent, checked and used, so focus never jumps. */
export function codeStep(context: StepContext, view: CodeView): Step {
  const { words, verbs } = context;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const field = event.currentTarget instanceof HTMLFormElement && event.currentTarget.querySelector('input');
    if (field) verbs.enterCode(digitsOf(field.value));
  };
  return {
    heading: words['code.title'],
    lead: view.lead,
    progress: [2, 2],
    focus: 'input',
    isBusy: view.isBusy,
    body: html`<form id="code-form" novalidate @submit=${onSubmit}>
        ${input(context, view)}
        <div class="resend small">${resend(context, view.secondsToResend)}</div>
      </form>
      ${view.ways}`,
    actions: [
      html`<button form="code-form" part="confirm-button" aria-disabled=${view.isBusy}>
        ${words['code.submit']}
      </button>`,
      stepButton('keep-button', words['cancel.keep'], verbs.keep, view.isBusy),
    ],
  };
}
