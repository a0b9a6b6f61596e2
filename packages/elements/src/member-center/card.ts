import type { Membership } from '@leavewell/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../phrase-template.ts';
import { timeline } from '../timeline/timeline.ts';
import type { CenterWords } from './center-words.ts';
import { toneOf } from './status-tone.ts';

/** What a card is made with. */
export interface CardView {
  readonly words: CenterWords;
  readonly membership: Membership;
  /** Who is reading. */
  readonly memberId: string;
  readonly headingLevel: number;
  /** The button to cancel, or what stands in its place. */
  readonly action: TemplateResult;
}

type Optional = TemplateResult | typeof nothing;

function names({ words, membership, memberId, headingLevel }: CardView): TemplateResult {
  const { id, plan, price, kind, seats, holder } = membership;
  const facts = [
    price && words['membership.price'](price, kind),
    seats && words['membership.seats'](seats),
    holder.id !== memberId && holder.name,
  ].filter(Boolean);
  return html`<div class="row">
    <span id=${`plan-${id}`} part="plan" class="plan" role="heading" aria-level=${headingLevel}>${plan.name}</span>
    <span part="price" class="muted small">${facts.join(' · ')}</span>
  </div>`;
}

/** States whose words say the kind as well. */
const tellingStates: readonly Membership['state'][] = ['renewing', 'ending', 'fixed_term', 'lifetime'];

/** What it is now, and of which kind where the state alone does not tell. */
function badges({ words, membership: { state, kind, renewal } }: CardView): TemplateResult {
  const needsKind = renewal !== 'off' && !tellingStates.includes(state);
  return html`<div class="row small">
    ${needsKind ? html`<span part="kind" class="muted">${words[`kind.${kind}`]}</span>` : nothing}
    <span part="status" class="status ${toneOf[state]}"><i class="dot"></i>${words[`status.${state}`]}</span>
  </div>`;
}

function numbers({ words, membership: { orderNumber, receiptId } }: CardView): Optional[] {
  const number = (part: string, text: string) => html`<span part=${part} class="muted small">${text}</span>`;
  return [
    orderNumber ? number('order', words['membership.order'](orderNumber)) : nothing,
    receiptId ? number('receipt', `${words['receipt.id']} ${receiptId}`) : nothing,
  ];
}

/** Each benefit, and once nothing more is charged, until when. */
function benefits({ words, membership: { plan, renewal, lastDay } }: CardView): Optional {
  if (!plan.benefits.length) return nothing;
  const until =
    renewal === 'off' && lastDay !== null
      ? html`<span class="muted">${words['receipt.ends']} ${say([words['date.day'](lastDay)])}</span>`
      : nothing;
  return html`<details part="benefits">
    <summary>${words['membership.benefits']}</summary>
    <ul class="benefits">
      ${plan.benefits.map(({ name }) => html`<li class="row"><span>${name}</span>${until}</li>`)}
    </ul>
  </details>`;
}

/** One membership: the date first, then what it means, then what can be done. */
export function card(view: CardView): TemplateResult {
  const { words, membership, memberId, action } = view;
  const facts = { ...membership, readByHolder: membership.holder.id === memberId };
  return html`<article part="card" class="card line" aria-labelledby=${`plan-${membership.id}`} tabindex="-1">
    <div class="row top">${names(view)} ${badges(view)}</div>
    <p part="expiry" class="expiry">${say(words['expiry.headline'](facts))}</p>
    <p part="detail" class="muted">${say(words['expiry.detail'](facts))}</p>
    ${timeline(words, membership)}
    <div part="actions" class="row actions">${action} ${numbers(view)}</div>
    <div class="row disclosures small">
      ${benefits(view)}
      <details part="help">
        <summary>${words['membership.help']}</summary>
        <p class="muted">${words[`help.${membership.state}`]}</p>
      </details>
    </div>
  </article>`;
}
