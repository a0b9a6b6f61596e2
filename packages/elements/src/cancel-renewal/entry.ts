import { type Catalog, failureText, refusalText } from '@leavewell/locales';
import type { MemberError, Membership, Refusal } from '@leavewell/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../phrase-template.ts';
import { mark } from '../mark.ts';
import { subject } from './subject.ts';

/** What stands on the page before, between and after the steps. */
export interface EntryView {
  readonly words: Catalog;
  readonly membership: Membership | null;
  /** Why there is no membership. */
  readonly error: MemberError | null;
  /** Whether the page around already says until when. */
  readonly isCompact: boolean;
  readonly cancel: () => void;
  readonly resume: () => void;
  readonly retry: () => void;
}

function button(part: string, text: string, press: () => void): TemplateResult {
  return html`<button type="button" part=${part} @click=${press}>${text}</button>`;
}

/** What went wrong, a way on, and whatever the page put inside the element. */
function failedEntry({ words, retry }: EntryView, error: MemberError): TemplateResult {
  return html`<p part="error" role="alert">${failureText(words, error)}</p>
    ${button('retry-button', words['action.retry'], retry)}
    <slot></slot>`;
}

/** Whether nothing is left to press or to say, because the page around says it. */
export function isEmptyEntry({ actions: { cancelRenewal, resumeRenewal }, pendingCommand }: Membership): boolean {
  return !pendingCommand && cancelRenewal.refusal?.remedy === 'none' && !resumeRenewal.allowed;
}

/** Of what, and the date as the biggest words. */
function title(words: Catalog, code: Refusal['code'], membership: Membership): TemplateResult {
  return html`<p class="muted small">${subject(words, membership)}</p>
    <p part="expiry" class="expiry" tabindex="-1">${say(words['instead.title'](code, membership))}</p>`;
}

function sentences({ words }: EntryView, membership: Membership, { code }: Refusal): TemplateResult {
  const { receiptId } = membership;
  const text = words['instead.text'](code, membership);
  return html`${title(words, code, membership)}
    ${text ? html`<p part="detail">${say(text)}</p>` : nothing}
    ${receiptId ? html`<p part="receipt">${words['receipt.id']} <b>${receiptId}</b></p>` : nothing}`;
}

/** Why renewal cannot be canceled, who can help, and the way back where there is one. */
function refusedEntry(view: EntryView, membership: Membership, refusal: Refusal): TemplateResult {
  const { words, isCompact, resume } = view;
  return html`${isCompact ? nothing : sentences(view, membership, refusal)}
  ${refusal.remedy === 'none' ? nothing : html`<p part="refusal" tabindex="-1">${refusalText(words, refusal)}</p>`}
  ${membership.actions.resumeRenewal.allowed ? button('resume-button', words['resume.entry'], resume) : nothing}`;
}

/** What was sent and is not confirmed yet, in the place of anything to press. */
function pendingEntry({ words, isCompact }: EntryView, membership: Membership): TemplateResult {
  return html`${isCompact ? nothing : html`<p class="muted small">${subject(words, membership)}</p>`}
    <div part="pending" class="waiting" role="status" tabindex="-1">
      ${mark('wait')}
      <p><b>${words['pending.title']}</b></p>
      <p class="muted">${say(words['pending.text'](membership))}</p>
    </div>`;
}

/** A plain button for what may be canceled; else a sentence in its place. */
export function renderEntry(view: EntryView): TemplateResult {
  const { words, membership, error, isCompact, cancel } = view;
  if (!membership) {
    return error
      ? failedEntry(view, error)
      : html`<div class="bone entry-bone"></div><span class="hidden" role="status">${words.loading}</span>`;
  }
  if (membership.pendingCommand) return pendingEntry(view, membership);
  const { refusal } = membership.actions.cancelRenewal;
  if (refusal) return refusedEntry(view, membership, refusal);
  return html`${isCompact ? nothing : title(words, 'renewal_already_on', membership)}
  ${button('cancel-button', words['cancel.entry'], cancel)}`;
}
