import { css } from 'lit';

/** The dialog and what every step in it has: a heading, a line, something between, and buttons. */
export const dialogStyles = css`
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
  .box {
    border: 1px solid var(--_line);
    border-radius: var(--_corner);
    list-style: none;
  }
  .box.note {
    padding: 0.75rem 1rem;
  }
  .facts-bone {
    block-size: 8rem;
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
