import type { Catalog } from './catalog.ts';
import { createEnglish, en } from './en.ts';
import { englishDates, matchLanguage, type Language } from './language.ts';

const loaders: Readonly<Record<Language, (tag: string) => Promise<Catalog>>> = {
  en: async (tag) => (englishDates(tag) === 'en-US' ? createEnglish('en-US') : en),
  'zh-CN': async () => (await import('./zh-cn.ts')).zhCN,
};

/**
 * The texts for a BCP 47 tag; English when there are none in that language. `en-US` gets English with the month first.
 * Rejects only when the file of the language cannot be loaded.
 */
export function loadCatalog(language: string): Promise<Catalog> {
  return loaders[matchLanguage([language]).language](language);
}

/** The same texts with those in which a host says something else. An override that is undefined changes nothing. */
export function withOverrides<T extends object>(texts: T, overrides: Partial<T>): T {
  const given = Object.entries(overrides).filter(([, text]) => text !== undefined);
  return { ...texts, ...Object.fromEntries(given) };
}
