import { css } from 'lit';

/** What stands on the page in the place of the button, or is the button. */
export const entryStyles = css`
  :host(:state(empty)) {
    display: none;
  }
  .entry {
    display: grid;
    justify-items: start;
    gap: 0.5rem;
  }
  .entry > button {
    /* The whole width, but only where there is less than 24rem of it. */
    min-inline-size: clamp(0px, (24rem - 100%) * 999, 100%);
  }
  .expiry {
    font-size: 1.25em;
    font-weight: 650;
    line-height: 1.3;
    text-wrap: balance;
  }
  .entry-bone {
    inline-size: 9rem;
    block-size: 2.75rem;
  }
  .waiting {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.375rem 0.75rem;
  }
  .waiting > .muted:last-child {
    grid-column: 1 / -1;
  }
`;
