import { failureText } from '@leavewell/locales';
import type { MemberError, Receipt } from '@leavewell/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { mark } from '../mark.ts';
import { say } from '../phrase-template.ts';
import type { CenterWords } from './center-words.ts';

/** What was reached last, until the member dismisses it. */
export interface Outcome {
  readonly journey: 'cancel' | 'resume' | 'withdraw';
  readonly receipt: Receipt;
}

const skeletonCard = html`<div class="card line">
  <div class="bone name"></div>
  <div class="bone date"></div>
  <div class="bone line-of-time"></div>
  <div class="bone press"></div>
</div>`;

/** The shape of what is coming; what the page put inside the element serves until it is there. */
export function skeleton(hasFallback: boolean): TemplateResult {
  const fallback = html`<div class="line"><slot></slot></div>`;
  return html`${hasFallback ? fallback : nothing}${skeletonCard}${skeletonCard}`;
}

/** Nothing was bought, or nothing is left. */
export function emptyNotice(words: CenterWords): TemplateResult {
  return html`<div part="empty" class="notice line">
    <div class="track" aria-hidden="true"></div>
    <slot name="empty"><p class="muted">${words['center.empty']}</p></slot>
  </div>`;
}

/** What went wrong and a way on. Whatever the page put inside the element is shown below. */
export function failureNotice(words: CenterWords, error: MemberError, retry: () => void): TemplateResult {
  return html`<div class="notice line">
    ${mark('note', 'large')}
    <p part="error" role="alert">${failureText(words, error)}</p>
    <button type="button" part="retry-button" @click=${retry}>${words['action.retry']}</button>
    <slot></slot>
  </div>`;
}

/** Stays until it is dismissed: what was reached, and the number to keep. */
export function outcomeBanner(words: CenterWords, { journey, receipt }: Outcome, dismiss: () => void): TemplateResult {
  return html`<div part="banner" class="banner line">
    ${mark('check')}
    <div>
      <p><b>${say(words[`${journey}.done.title`](receipt.planName, receipt))}</b></p>
      <p class="muted small">${words['receipt.id']} ${receipt.id}</p>
    </div>
    <button type="button" class="link small" part="dismiss-button" @click=${dismiss}>${words['action.dismiss']}</button>
  </div>`;
}
