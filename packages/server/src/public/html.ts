/** HTML that was made here. Nothing else is ever written into a page without being escaped. */
export interface Html {
  readonly html: string;
}

/** What a page is made of: text is escaped, null and undefined are nothing. */
export type Part = Html | string | null | undefined | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

// Control characters other than tab and line feed do not belong into a page (HTML, section 13.1.4).
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** A text as a page shows it: one kind of line feed, and a visible sign for what cannot be shown. */
export function printable(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(unprintable, '\ufffd');
}

function escape(text: string): string {
  return printable(text).replace(/[&<>"'`]/g, (found) => entities[found] ?? '');
}

function write(part: Part): string {
  if (part === null || part === undefined) return '';
  if (typeof part === 'string') return escape(part);
  return 'html' in part ? part.html : part.map(write).join('');
}

/** A template of HTML; what is filled in is escaped unless it is HTML itself. Attributes stand in double quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.reduce((text, string, index) => text + write(parts[index - 1]) + string) };
}
