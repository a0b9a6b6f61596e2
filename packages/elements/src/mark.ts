import { html, svg, type TemplateResult } from 'lit';

const paths = {
  check: svg`<path d="m5 12.5 4.5 4.5L19 7.5" />`,
  cross: svg`<path d="m7 7 10 10M17 7 7 17" />`,
  wait: svg`<path d="M12 4.5v8l5 3.5" />`,
  note: svg`<path d="M12 6v8m0 3.5v.1" />`,
};

/** A small round sign; the words beside it say the same. */
export function mark(kind: keyof typeof paths, look = ''): TemplateResult {
  return html`<span class="mark ${kind} ${look}" aria-hidden="true"
    ><svg viewBox="0 0 24 24">${paths[kind]}</svg></span
  >`;
}
