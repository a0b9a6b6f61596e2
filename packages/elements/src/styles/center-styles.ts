import { css } from 'lit';

/** The panel, its cards, and what it says instead of cards. */
export const centerStyles = css`
  :host {
    container-type: inline-size;
    contain-intrinsic-inline-size: min(100vw, 44rem);
  }
  .panel {
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .panel > :not(.bare) {
    padding: var(--_pad);
  }
  .line {
    border-block-start: 1px solid var(--_line);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem 0.625rem;
  }
  header.row,
  .top {
    justify-content: space-between;
  }
  .panel > header {
    padding-block: calc(var(--_pad) * 0.75);
  }
  .title {
    font-size: 1.125em;
    font-weight: 650;
  }
  .badge {
    padding: 0.0625rem 0.625rem;
    border: 1px solid var(--_line);
    border-radius: 1em;
  }
  .card {
    display: grid;
    gap: 0.5rem;
  }
  .plan {
    font-weight: 650;
  }
  .status {
    display: flex;
    align-items: baseline;
    gap: 0.4375rem;
  }
  .dot {
    align-self: center;
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border-radius: 50%;
    background: currentcolor;
    forced-color-adjust: none;
  }
  .calm .dot {
    color: var(--_calm);
  }
  .still .dot {
    color: var(--_edge);
  }
  .good .dot {
    color: var(--_good);
  }
  .status.good {
    color: inherit;
  }
  .expiry {
    font-size: 1.5em;
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  .actions {
    align-items: center;
    gap: 0.5rem 1.5rem;
    margin-block-start: 0.5rem;
  }
  .actions:not(:has(*)) {
    display: none;
  }
  summary {
    padding-block: 0.375rem;
    inline-size: fit-content;
    color: var(--_muted);
    cursor: pointer;
  }
  summary:hover {
    color: inherit;
  }
  details[open] {
    flex-basis: 100%;
  }
  .disclosures {
    gap: 0 1.5rem;
  }
  .benefits {
    display: grid;
    gap: 0.25rem;
    padding-block: 0.25rem;
    list-style: none;
  }
  .benefits li {
    justify-content: space-between;
  }
  .banner {
    display: flex;
    gap: 0.875rem;
    padding: 0.875rem var(--_pad);
    background: color-mix(in srgb, var(--_good) 8%, transparent);
  }
  .banner > :nth-child(2) {
    flex: 1;
  }
  .panel > .notice {
    display: grid;
    justify-items: center;
    gap: 1rem;
    padding-block: calc(var(--_pad) * 2);
    text-align: center;
  }
  .notice .track {
    inline-size: min(16rem, 100%);
  }
  .bone.name {
    inline-size: 11rem;
    block-size: 1.25rem;
  }
  .bone.date {
    inline-size: min(20rem, 100%);
    block-size: 1.75rem;
  }
  .bone.line-of-time {
    block-size: 0.375rem;
    margin-block: 1.25rem;
  }
  .bone.press {
    inline-size: 9rem;
    block-size: 2.75rem;
  }
  @container (inline-size < 30rem) {
    .panel {
      --_pad: var(--member-card-padding, 1.125rem);
    }
    .actions > *,
    .more button,
    .notice button {
      flex: 1 1 100%;
      inline-size: 100%;
    }
  }
`;
