import type { MemberError } from '@leavewell/sdk';
import { html } from 'lit';
import type { CommandContext } from './command-context.ts';
import { type Step, stepButton } from './step.ts';
import { wrongAnswer } from './wrong-answer.ts';

/** What is typed that is no code. */
export type TypedSecret = 'password' | 'administrator_password' | 'company_credential';

/** How a secret is asked for at this moment. */
export interface SecretView {
  readonly method: TypedSecret;
  /** What is being done; empty while it is the member's turn. */
  readonly busy: string;
  readonly error: MemberError | null;
  /** What stands below the field. */
  readonly ways: unknown;
}

/** An administrator's password is not the one that this browser may know. */
const kinds: Readonly<Record<TypedSecret, readonly [type: 'password' | 'text', autocomplete: string]>> = {
  password: ['password', 'current-password'],
  administrator_password: ['password', 'off'],
  company_credential: ['text', 'off'],
};

/** Asks for a password, or for what a company knows; it says whose. The field stays on the page while it is checked. */
export function secretStep(context: CommandContext, { method, busy, error, ways }: SecretView): Step {
  const { words, verbs } = context;
  const [type, autocomplete] = kinds[method];
  const isBusy = busy !== '';
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const field = event.currentTarget instanceof HTMLFormElement && event.currentTarget.querySelector('input');
    if (field) verbs.enterCode(field.value);
  };
  return {
    heading: words['code.title'],
    lead: busy || words[`verify.ask.${method}`],
    progress: [2, 2],
    focus: 'input',
    isBusy,
    body: html`<form id="secret-form" novalidate @submit=${onSubmit}>
        <label class="small muted" for="secret">${words[`verify.label.${method}`]}</label>
        <input
          id="secret"
          class="field"
          part="secret-input"
          type=${type}
          autocomplete=${autocomplete}
          spellcheck="false"
          aria-describedby="lead error"
          aria-invalid=${error !== null}
          .readOnly=${isBusy}
        />
        <p id="error" part="error" role="alert">${wrongAnswer(words, error)}</p>
      </form>
      ${ways}`,
    actions: [
      html`<button form="secret-form" part="confirm-button" aria-disabled=${isBusy}>${words['code.submit']}</button>`,
      stepButton('keep-button', words['cancel.keep'], verbs.keep, isBusy),
    ],
  };
}
