import type { Catalog } from '@leavewell/locales';
import type { CancelPreview } from '@leavewell/sdk';
import { html, type TemplateResult } from 'lit';
import { mark } from '../mark.ts';
import { say } from '../phrase-template.ts';

/** The two facts in time: until when it goes on, and from when nothing is charged. */
export function cancelFacts(words: Catalog, preview: CancelPreview): TemplateResult {
  const fact = (kind: 'check' | 'cross', name: 'until' | 'from') => html`<li>
    ${mark(kind)}<strong>${say(words[`cancel.${name}.title`](preview))}</strong>
    <span class="muted">${say(words[`cancel.${name}.text`](preview))}</span>
  </li>`;
  return html`<ul class="box facts" part="facts">${fact('check', 'until')} ${fact('cross', 'from')}</ul>`;
}
