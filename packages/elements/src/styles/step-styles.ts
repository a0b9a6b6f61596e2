import { css } from 'lit';

/** What single steps have; loaded with them. */
export const stepStyles = css`
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
  .title > .large {
    margin-block-end: 0.75rem;
  }
  .notice {
    margin-block-start: 0.375rem;
    text-wrap: pretty;
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--_calm);
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
  /* Until when it goes on is said in the size of a heading. */
  dl > :first-child > dd > time {
    font-size: 1.1875em;
  }
  form,
  section,
  fieldset {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend,
  h3 {
    margin: 0;
    padding: 0;
    font-size: 1em;
    font-weight: 600;
  }
  .field {
    display: block;
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_edge);
    border-radius: var(--_corner);
    color: inherit;
    background: var(--_surface);
    font: inherit;
  }
  :host([inline]) .field {
    background: none;
  }
  label + .field {
    margin-block-start: -0.5rem;
  }
  .reason {
    display: grid;
    gap: 0.75rem;
  }
  form:not(:has([value='extraordinary']:checked)) .reason {
    display: none;
  }
  .choice {
    display: flex;
    gap: 0.625rem;
    align-items: center;
    min-block-size: 2rem;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1.25rem;
  }
  .ways button,
  .close {
    min-block-size: 2rem;
    padding-block: 0;
  }
  .close {
    justify-self: end;
  }
  .line {
    padding-block-start: 1.25rem;
    border-block-start: 1px solid var(--_line);
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
  .code input {
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
  :is(form, .sheet) > p:empty {
    position: absolute;
  }
  @container (inline-size < 20rem) {
    dl {
      padding-inline: 0.75rem;
    }
    dl div {
      flex-direction: column;
    }
    dl > :first-child > dd > time {
      font-size: 1.125em;
    }
  }
  @media (forced-colors: active) {
    .progress {
      display: none;
    }
  }
`;
