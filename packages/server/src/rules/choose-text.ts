import type { HostText } from '@leavewell/contract';

/**
 * The host's text in the language that suits best. For each wanted language, best first: that tag, then the tag
 * shortened from its end (RFC 4647, section 3.4, lookup), then any variety of the same language. Else English, else
 * the first that the host wrote.
 */
export function chooseText(text: HostText, languages: readonly string[]): string {
  if (typeof text === 'string') return text;
  const entries = Object.entries(text);
  const byTag = new Map(entries.map(([tag, words]) => [tag.toLowerCase(), words]));
  for (const wanted of [...languages, 'en']) {
    const found = lookUp(byTag, wanted.toLowerCase());
    if (found !== undefined) return found;
  }
  return entries[0]?.[1] ?? '';
}

function lookUp(byTag: ReadonlyMap<string, string>, wanted: string): string | undefined {
  const subtags = wanted.split('-');
  for (let length = subtags.length; length > 0; length -= 1) {
    const found = byTag.get(subtags.slice(0, length).join('-'));
    if (found !== undefined) return found;
  }
  const primary = `${subtags[0]}-`;
  return [...byTag].find(([tag]) => tag.startsWith(primary))?.[1];
}
