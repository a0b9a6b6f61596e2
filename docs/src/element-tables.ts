import type { Described, ElementDeclaration } from '../../packages/testing/scripts/packages/analyze-elements.ts';
import { escapeHtml } from './layout.ts';

const KINDS = {
  attributes: 'Attributes',
  events: 'Events',
  slots: 'Slots',
  cssParts: 'Parts',
  cssStates: 'States',
  cssProperties: 'Custom properties',
} as const;

/** A sentence of a comment, its `names` set as code. */
function sentence(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function table(heading: string, rows: readonly Described[]): string {
  const lines = rows.map(({ name, description, default: fallback }) => {
    const otherwise = fallback === undefined ? '' : ` Without it: <code>${escapeHtml(fallback)}</code>.`;
    const shown = name === '' || name === undefined ? '(default)' : name;
    return `<tr><th scope="row"><code>${escapeHtml(shown)}</code></th><td>${sentence(description ?? '')}${otherwise}</td></tr>`;
  });
  return `<h3>${heading}</h3>\n<table>${lines.join('\n')}</table>`;
}

function section(element: ElementDeclaration): string {
  const kinds = Object.entries(KINDS) as [keyof typeof KINDS, string][];
  const tables = kinds.flatMap(([kind, heading]) => {
    const rows = (element[kind] ?? []).filter(({ name }) => name !== undefined);
    return rows.length === 0 ? [] : [table(heading, rows)];
  });
  const about = element.summary ?? element.description ?? '';
  const id = element.tagName ?? '';
  return `<section><h2 id="${id}">&lt;${id}&gt;</h2>\n<p>${sentence(about)}</p>\n${tables.join('\n')}</section>`;
}

/** What custom-elements.json says of each element, as HTML. */
export function elementTables(elements: readonly ElementDeclaration[]): string {
  return elements.map(section).join('\n');
}
