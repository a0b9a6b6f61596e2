import type { VerificationMethod } from '@leavewell/sdk';
import { html, type TemplateResult } from 'lit';
import type { CommandContext } from './command-context.ts';
import type { Step } from './step.ts';

function link(part: string, text: string, press: () => void): TemplateResult {
  return html`<button type="button" class="link" part=${part} @click=${() => press()}>${text}</button>`;
}

/** The ways that are left, each one press away, and last a person: below them there is no dead end. */
export function otherWays(
  { words, verbs }: CommandContext,
  methods: readonly VerificationMethod[],
): TemplateResult {
  return html`<div part="other-ways" class="ways small" role="group" aria-labelledby="ways">
    <span id="ways" class="muted">${words['verify.another']}</span>
    ${methods.map((method) => link('other-way-button', words[`verify.use.${method}`], () => verbs.useMethod(method)))}
    ${link('help-button', words['request.entry'], verbs.requestHelp)}
    <span class="muted">${words['request.note']}</span>
  </div>`;
}

/** The same step with a person to ask below it. */
export function withHelp({ words, verbs }: CommandContext, step: Step): Step {
  const help = html`<div class="ways small">
    ${link('help-button', words['request.entry'], verbs.requestHelp)}
    <span class="muted">${words['request.note']}</span>
  </div>`;
  return { ...step, after: help };
}
