import { css } from 'lit';

/** What text, buttons and messages look like in both elements. */
export const baseStyles = css`
  :host {
    display: block;
    font-variant-numeric: tabular-nums;
    line-height: 1.5;
    overflow-wrap: break-word;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::backdrop {
    box-sizing: border-box;
  }
  h2,
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
    text-wrap: pretty;
  }
  /* Words of one direction on a page of the other keep their own order; the page's side stays. */
  :is(p, h2, dt, dd, span, strong, b, time, button) {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  button {
    text-align: center;
  }
  time {
    white-space: nowrap;
  }
  /* Chinese has a space only between day and time. */
  :lang(zh) time {
    white-space: normal;
    word-break: keep-all;
  }
  svg {
    inline-size: 1em;
    block-size: 1em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  button {
    font: inherit;
    font-weight: 500;
    color: inherit;
    background: none;
    border: 1px solid color-mix(in srgb, currentcolor 22%, transparent);
    border-radius: var(--_corner);
    min-block-size: 2.75rem;
    padding: 0.375rem 1rem;
    cursor: pointer;
    touch-action: manipulation;
  }
  button:hover {
    border-color: color-mix(in srgb, currentcolor 50%, transparent);
    background: color-mix(in srgb, currentcolor 4%, transparent);
  }
  button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.65;
  }
  .link {
    border-color: transparent;
    padding-inline: 0;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  .muted {
    color: var(--_muted);
  }
  .small {
    font-size: 0.875em;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .mark {
    display: inline-grid;
    flex: none;
    place-items: center;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    border-radius: 50%;
    color: var(--_muted);
    background: color-mix(in srgb, currentcolor 12%, transparent);
  }
  .large {
    inline-size: 2.75rem;
    block-size: 2.75rem;
    font-size: 1.25em;
  }
  .check {
    color: var(--_good);
  }
  .bone {
    border-radius: 0.25rem;
    background: color-mix(in srgb, currentcolor 9%, transparent);
  }
  @media (prefers-reduced-motion: no-preference) {
    button {
      transition:
        border-color 0.12s,
        background 0.12s;
    }
    .bone {
      animation: breathe 1.8s ease-in-out infinite alternate;
    }
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
`;
