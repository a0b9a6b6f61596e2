/** A language with a complete catalog. */
export type Language = 'en' | 'zh-CN';

const languages: Readonly<Record<string, Language>> = { en: 'en', zh: 'zh-CN' };

function subtags(tag: string): Intl.Locale | null {
  try {
    // Some systems write zh_CN.
    return new Intl.Locale(tag.replaceAll('_', '-'));
  } catch {
    return null;
  }
}

/**
 * The language for a reader, from their BCP 47 tags in order of preference. `matched` is false when none of the tags
 * is a language we have; the language is English then. Tags that are not well formed are passed over.
 */
export function matchLanguage(tags: readonly string[]): { readonly language: Language; readonly matched: boolean } {
  for (const tag of tags) {
    const language = languages[subtags(tag)?.language ?? ''];
    if (language) return { language, matched: true };
  }
  return { language: 'en', matched: false };
}

/** Where English puts the month before the day. */
const monthFirst: readonly (string | undefined)[] = ['US', 'AS', 'GU', 'MP', 'PR', 'UM', 'VI'];

/** The tag by which English dates are written for the reader with `tag`: month first for the United States. */
export function englishDates(tag: string): 'en-US' | 'en-GB' {
  return monthFirst.includes(subtags(tag)?.region) ? 'en-US' : 'en-GB';
}
