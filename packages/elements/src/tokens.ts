import { css } from 'lit';

/**
 * Every custom property a page can set, with what is taken when it does not. They follow the page's `color-scheme`.
 * Everything else in the elements uses the private names on the left.
 */
export const tokens = css`
  :host {
    --_text: var(--member-text-color, light-dark(#17181c, #f2f3f5));
    --_muted: var(--member-muted-color, light-dark(#5a5f70, #a9adb9));
    --_line: var(--member-line-color, light-dark(#e4e6eb, #2c2f37));
    --_edge: var(--member-control-color, light-dark(#8a8fa0, #737888));
    --_surface: var(--member-card-background, light-dark(#fff, #17181c));
    --_accent: var(--member-accent-color, var(--_text));
    --_focus: var(--member-focus-color, light-dark(#2f5bea, #8fa8ff));
    --_good: var(--member-success-color, light-dark(#177a53, #6bd39d));
    --_calm: var(--member-notice-color, light-dark(#8a5800, #f0bd62));
    --_radius: var(--member-card-radius, 0.875rem);
    --_corner: var(--member-control-radius, 0.5625rem);
    --_pad: var(--member-card-padding, 1.5rem);
  }
`;
