import { css } from 'lit';

/** The dialog and the steps shown in it. */
export const stepStyles = css`
  dialog {
    inline-size: min(29rem, 100% - 1.5rem);
    max-block-size: calc(100dvh - 1.5rem);
    padding: 0;
    overflow: auto;
    overscroll-behavior: contain;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    box-shadow: 0 1.5rem 4rem -1rem rgb(10 12 20 / 0.35);
  }
  ::backdrop {
    background: rgb(10 12 20 / 0.4);
  }
  .sheet {
    container-type: inline-size;
    display: grid;
    gap: 1.25rem;
    padding: clamp(1rem, 5vw, var(--_pad));
  }
  /* In place there is no ground of our own, so everything is made from the page's own text colour. */
  :host([inline]) .sheet {
    --_muted: color-mix(in srgb, currentcolor 78%, transparent);
    --_line: color-mix(in srgb, currentcolor 16%, transparent);
    --_accent: var(--member-accent-color, currentcolor);
    padding: 0;
  }
  .sheet > *,
  .actions > * {
    min-inline-size: 0;
  }
  .progress {
    display: grid;
    grid-auto-flow: column;
    gap: 0.375rem;
  }
  .progress i {
    block-size: 3px;
    border-radius: 2px;
    background: var(--_line);
  }
  .progress .on {
    background: var(--_accent);
  }
  h2 {
    font-size: 1.375em;
    font-weight: 650;
    line-height: 1.3;
    letter-spacing: -0.01em;
  }
  .title {
    display: grid;
    gap: 0.375rem;
  }
  .title * {
    text-wrap: balance;
  }
  .title > .large {
    margin-block-end: 0.75rem;
  }
  .box {
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
    list-style: none;
  }
  .facts li {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.125rem 0.75rem;
    padding: 0.875rem;
  }
  .facts li + li {
    border-block-start: 1px solid var(--_line);
  }
  .facts .mark {
    grid-row: span 2;
    font-size: 0.875em;
  }
  strong {
    font-weight: 600;
    text-wrap: balance;
  }
  dd {
    font-weight: 500;
  }
  dl {
    display: grid;
    gap: 0.5rem;
    padding: 0.875rem 1rem;
  }
  dl div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1rem;
  }
  form {
    display: grid;
    gap: 0.75rem;
  }
  .code {
    overflow: clip;
    border: 1px solid var(--_edge);
    border-radius: var(--_corner);
  }
  .code:focus-within {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }
  input {
    --_cell: calc((100cqi - 2px) / var(--_length, 6));
    display: block;
    inline-size: calc(100% + var(--_cell));
    padding-block: 0.625rem;
    padding-inline: calc((var(--_cell) - 1ch) / 2) 0;
    border: 0;
    outline: 0;
    color: inherit;
    font: inherit;
    font-size: 1.5em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    letter-spacing: calc(var(--_cell) - 1ch);
    background: repeating-linear-gradient(
      90deg,
      transparent 0 calc(var(--_cell) - 1px),
      var(--_line) calc(var(--_cell) - 1px) var(--_cell)
    );
  }
  .resend {
    min-block-size: 2rem;
    display: flex;
    align-items: center;
  }
  .resend button {
    min-block-size: 2rem;
    padding-block: 0;
  }
  .note {
    padding: 0.75rem 1rem;
  }
  form > :empty {
    position: absolute;
  }
  .actions {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.75rem;
  }
  .actions > :only-child {
    grid-column: 1 / -1;
  }
  @container (inline-size < 20rem) {
    .actions {
      grid-template-columns: 1fr;
      grid-auto-rows: 1fr;
    }
    dl div {
      flex-direction: column;
    }
  }
  @media (forced-colors: active) {
    .progress {
      display: none;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    dialog[open] {
      transition:
        opacity 0.16s,
        translate 0.16s;
      @starting-style {
        opacity: 0;
        translate: 0 0.5rem;
      }
    }
  }
`;
