import { type Catalog, failureText, refusalText } from '@leavewell/locales';
import type { MemberError, Membership, Refusal } from '@leavewell/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../phrase-template.ts';
import { mark } from '../mark.ts';
import { stepButton as button } from './step.ts';
import { subject } from './subject.ts';

/** What stands on the page before, between and after the steps. */
export interface EntryView {
  readonly words: Catalog;
  readonly membership: Membership | null;
  /** Why there is no membership. */
  readonly error: MemberError | null;
  /** Whether the page around already says until when. */
  readonly isCompact: boolean;
  /** Whether the page put a way of its own inside the element, for as long as ours is not there. */
  readonly hasFallback: boolean;
  readonly cancel: () => void;
  readonly resume: () => void;
  readonly withdraw: () => void;
  readonly retry: () => void;
}

/** What went wrong, a way on, and whatever the page put inside the element. */
function failedEntry({ words, retry }: EntryView, error: MemberError): TemplateResult {
  return html`<p part="error" role="alert">${failureText(words, error)}</p>
    ${button('retry-button', words['action.retry'], retry)}
    <slot></slot>`;
}

/** Whether the purchase can be undone by law, and until when is known. */
function mayWithdraw({ actions, withdrawBy, pendingCommand }: Membership): boolean {
  return actions.withdraw.allowed && withdrawBy !== null && !pendingCommand;
}

/** Whether nothing is left to press or to say, because the page around says it. */
export function isEmptyEntry(membership: Membership): boolean {
  const { cancelRenewal, resumeRenewal } = membership.actions;
  if (membership.pendingCommand || mayWithdraw(membership)) return false;
  return cancelRenewal.refusal?.remedy === 'none' && !resumeRenewal.allowed;
}

/** Another act than canceling, so it has a button of its own, with the day until which it can be pressed. */
function withdrawControl({ words, withdraw }: EntryView, membership: Membership): unknown {
  if (!mayWithdraw(membership)) return nothing;
  const label = membership.actions.withdraw.label ?? words['withdraw.entry'];
  return html`<div part="withdraw" class="entry">
    ${button('withdraw-button', label, withdraw)}
    <p class="muted small">${say(words['withdraw.until'](membership))}</p>
  </div>`;
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
  const { words, isCompact, cancel, resume } = view;
  const isHelpless = refusal.remedy === 'contact_support';
  return html`${isCompact ? nothing : sentences(view, membership, refusal)}
  ${refusal.remedy === 'none' ? nothing : html`<p part="refusal" tabindex="-1">${refusalText(words, refusal)}</p>`}
  ${isHelpless ? button('help-button', words['request.entry'], cancel) : nothing}
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

/** What the page put inside the element serves until ours is there; else the shape of what comes. */
export function comingEntry(hasFallback: boolean): TemplateResult {
  return hasFallback ? html`<slot></slot>` : html`<div class="bone entry-bone"></div>`;
}

/** A plain button for what may be canceled, else a sentence in its place; and the one to withdraw, where there is one. */
export function renderEntry(view: EntryView): TemplateResult {
  const { words, membership, error } = view;
  if (membership) return html`${renewalEntry(view, membership)}${withdrawControl(view, membership)}`;
  if (error) return failedEntry(view, error);
  return html`${comingEntry(view.hasFallback)}<span class="hidden" role="status">${words.loading}</span>`;
}

function renewalEntry(view: EntryView, membership: Membership): TemplateResult {
  const { words, isCompact, cancel } = view;
  if (membership.pendingCommand) return pendingEntry(view, membership);
  const { refusal, label } = membership.actions.cancelRenewal;
  if (refusal) return refusedEntry(view, membership, refusal);
  return html`${isCompact ? nothing : title(words, 'renewal_already_on', membership)}
  ${button('cancel-button', label ?? words['cancel.entry'], cancel)}`;
}
