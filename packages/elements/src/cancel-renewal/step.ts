import type { Catalog, Phrase } from '@leavewell/locales';
import type { Declaration, FixedLabel, ReceiptFormat, SendFeedback, VerificationMethod } from '@leavewell/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { mark } from '../mark.ts';
import { say } from '../phrase-template.ts';

/** What a member can do in a step. Handlers of the element; none decides anything by itself. */
export interface StepVerbs {
  /** Decides; with what is declared where the law of the place asks for it. */
  readonly confirm: (declaration?: Declaration) => void;
  /** Back to what was declared. */
  readonly edit: () => void;
  readonly keep: () => void;
  readonly enterCode: (code: string) => void;
  readonly resendCode: () => void;
  /** Another way to be verified, or the same one from its beginning. */
  readonly useMethod: (method: VerificationMethod) => void;
  /** Asks a person. */
  readonly requestHelp: () => void;
  readonly retry: () => void;
  readonly resume: () => void;
  /** Saves the receipt as a file. */
  readonly save: (receiptId: string, format: ReceiptFormat) => void;
  readonly sendFeedback: (feedback: SendFeedback) => void;
  readonly decideOffer: (isAccepted: boolean) => void;
  readonly close: () => void;
}

/** What every step is made with. */
export interface StepContext<V extends keyof StepVerbs = keyof StepVerbs> {
  readonly words: Catalog;
  readonly verbs: Pick<StepVerbs, V>;
}

/** One step of a journey: always a heading, one line, something between, and what can be pressed. */
export interface Step {
  readonly heading: string | Phrase;
  /** The line under the heading. It is announced when it changes, so it also says what is being done. */
  readonly lead: string | Phrase;
  readonly isBusy?: boolean;
  /** Why the member is asked once more; told when it appears. */
  readonly notice?: string;
  /** Where the focus goes when the step appears; the heading when absent. */
  readonly focus?: 'input';
  /** What stands over the heading of an outcome, or of what is on its way to one. */
  readonly sign?: 'check' | 'wait';
  /** Which of how many; no bar when absent. */
  readonly progress?: readonly [step: number, of: number];
  /** What closes the steps where no button below does. */
  readonly close?: unknown;
  readonly body?: unknown;
  readonly actions: unknown;
  /** What may be left alone, below everything else. */
  readonly after?: unknown;
}

/** Words that a law fixes are in a language of their own; ours are in that of everything around them. */
export function labelOf(text: string | FixedLabel) {
  return typeof text === 'string' ? { text, language: nothing } : text;
}

/** A button of a step. All look alike: none is meant more than another. */
export function stepButton(
  part: string,
  text: string | FixedLabel,
  press: () => void,
  isBusy = false,
): TemplateResult {
  const { text: words, language } = labelOf(text);
  return html`<button type="button" part=${part} lang=${language} aria-disabled=${isBusy} @click=${() => press()}
    >${words}</button
  >`;
}

function progressBar([step, of]: readonly [number, number]): TemplateResult {
  const bars = Array.from({ length: of }, (_, index) => html`<i class=${index < step ? 'on' : ''}></i>`);
  return html`<div class="progress" aria-hidden="true">${bars}</div>`;
}

/** A step as the member sees it. */
export function renderStep(step: Step): TemplateResult {
  return html`<div class="sheet" aria-busy=${step.isBusy ?? false}>
    ${step.close} ${step.progress ? progressBar(step.progress) : nothing}
    <div class="title">
      ${step.sign ? mark(step.sign, 'large') : nothing}
      <h2 id="heading" part="heading" tabindex="-1">${say(step.heading)}</h2>
      <p id="lead" part="detail" class="muted" role="status">${say(step.lead)}</p>
      ${step.notice ? html`<p part="notice" class="notice small" role="alert">${step.notice}</p>` : nothing}
    </div>
    ${step.body}
    <div class="actions" part="actions">${step.actions}</div>
    ${step.after}
  </div>`;
}

/** Brings the focus to where the step begins: to its field, ready to be typed over, else to its heading. */
export function focusStep({ focus, isBusy }: Step, root: ParentNode): void {
  const field = focus && root.querySelector('input');
  if (!field) return root.querySelector<HTMLElement>('#heading')?.focus();
  field.focus();
  if (!isBusy) field.select();
}
