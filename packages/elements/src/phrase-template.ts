import type { Phrase } from '@leavewell/locales';
import { html, type TemplateResult } from 'lit';

/** A text as people see it: each date stands unbroken and carries its form for machines. Always text, never markup. */
export function say(text: string | Phrase): string | readonly (string | TemplateResult)[] {
  if (typeof text === 'string') return text;
  return text.map((part) =>
    typeof part === 'string' ? part : html`<time datetime=${part.iso}>${part.date}</time>`,
  );
}
