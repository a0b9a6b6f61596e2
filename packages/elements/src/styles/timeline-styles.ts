import { css } from 'lit';

/** The one picture. Positions come from `--_today` and `--_cap`, in hundredths, and follow the direction of writing. */
export const timelineStyles = css`
  .timeline {
    margin-block: 0.5rem 0.25rem;
  }
  .track {
    position: relative;
    block-size: 1.125rem;
  }
  .track::before,
  .track i {
    content: '';
    position: absolute;
    inset-block: 0;
    margin-block: auto;
    block-size: 0.375rem;
    border-radius: 0.1875rem;
    background: var(--_line);
    forced-color-adjust: none;
  }
  .track::before {
    inset-inline: 0 calc(100% - var(--_cap, 100) * 1%);
  }
  .track .used {
    inline-size: calc(var(--_today) * 1%);
    background: var(--_accent);
  }
  .track .more {
    display: none;
    inset-inline: calc(var(--_cap) * 1%) 0;
    border-radius: 0;
    background: repeating-linear-gradient(90deg, transparent 0 0.25rem, var(--_muted) 0.25rem 0.625rem);
    opacity: 0.75;
  }
  .renews .more {
    display: block;
  }
  .track .cap {
    inset-inline-start: calc(var(--_cap) * 1% - 0.25rem);
    inline-size: 0.25rem;
    block-size: auto;
    background: var(--_accent);
  }
  .track .now {
    inset-inline-start: calc(var(--_today) * 1% - 0.5rem);
    inline-size: 1rem;
    block-size: 1rem;
    border: 0.25rem solid var(--_accent);
    border-radius: 50%;
    background: var(--_surface);
  }
  .labels {
    display: flex;
    margin-block-start: 0.25rem;
    color: var(--_muted);
    font-size: 0.8125em;
    white-space: nowrap;
  }
  /* Each label keeps its room: where there is too little, they move apart and never overlap. */
  .labels > * {
    display: flex;
    flex: var(--_today) 1 0;
    justify-content: space-between;
    gap: 0.75em;
  }
  .labels > :nth-child(2) {
    flex-grow: calc(var(--_cap) - var(--_today));
    justify-content: end;
  }
  .labels > :nth-child(2)::before {
    content: '';
    inline-size: 2em;
  }
  .labels > :nth-child(3) {
    flex-grow: calc(100 - var(--_cap));
  }
  .today {
    margin-inline-end: -1.25em;
  }
  @container (inline-size < 26rem) {
    .next {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .track::before {
      background: GrayText;
    }
    .track :is(.used, .cap) {
      background: CanvasText;
    }
    .track .now {
      border-color: CanvasText;
      background: Canvas;
    }
  }
`;
