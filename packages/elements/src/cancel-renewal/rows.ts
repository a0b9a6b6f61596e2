import type { Phrase } from '@leavewell/locales';
import { html, type TemplateResult } from 'lit';
import { say } from '../phrase-template.ts';

/** Rows of a name and what it is. */
export function rows(list: readonly (readonly [name: string, value: string | Phrase])[]): TemplateResult {
  return html`<dl class="box" part="facts">
    ${list.map(([name, value]) => html`<div><dt class="muted">${name}</dt><dd>${say(value)}</dd></div>`)}
  </dl>`;
}
