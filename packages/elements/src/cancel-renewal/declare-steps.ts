import type { CancelPreview, ConfirmNotice, Declaration, DeclarationForm, FixedLabel } from '@leavewell/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { cancelFacts } from './cancel-facts.ts';
import type { CommandContext } from './command-context.ts';
import { declarationForm, declaredRows, formId } from './declaration-form.ts';
import { rows } from './rows.ts';
import { labelOf, type Step, stepButton } from './step.ts';
import { subject } from './subject.ts';

/** A button that sends the form, wherever it stands. */
function formButton(text: string | FixedLabel): TemplateResult {
  const { text: words, language } = labelOf(text);
  return html`<button form=${formId} part="confirm-button" lang=${language}>${words}</button>`;
}

/**
 * The fields that the law of the place asks for, filled in. Where it allows nothing else on the page (s. 312k(2) BGB),
 * there is nothing else: the button, and what closes the page.
 */
export function declareStep(
  context: CommandContext,
  preview: CancelPreview,
  form: DeclarationForm,
  notice: ConfirmNotice | null,
): Step {
  const { words, verbs } = context;
  const { isPure, confirmLabel, membership } = preview;
  const close = html`<button type="button" class="link close small" part="close-button" @click=${verbs.close}
    >${words['action.close']}</button
  >`;
  return {
    heading: context.title,
    lead: isPure ? '' : subject(words, membership),
    ...(isPure && { close }),
    ...(notice && { notice: words[`confirm.${notice}`] }),
    body: html`${isPure || form.review ? nothing : cancelFacts(words, preview)}
    ${declarationForm(words, form, verbs.confirm)}`,
    actions: [
      formButton(form.review ? words['code.submit'] : (confirmLabel ?? words['cancel.confirm'])),
      isPure ? nothing : stepButton('keep-button', words['cancel.keep'], verbs.keep),
    ],
  };
}

/** What was declared and what it leads to, once more, before the press that sends it. */
export function reviewStep(context: CommandContext, preview: CancelPreview, declaration: Declaration): Step {
  const { words, verbs } = context;
  const { form, confirmLabel, membership } = preview;
  return {
    heading: words['review.title'],
    lead: subject(words, membership),
    body: html`${form ? rows(declaredRows(words, form, declaration)) : nothing} ${cancelFacts(words, preview)}`,
    actions: [
      stepButton('edit-button', words['review.edit'], verbs.edit),
      stepButton('confirm-button', confirmLabel ?? words['cancel.confirm'], verbs.confirm),
    ],
  };
}
