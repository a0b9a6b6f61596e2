import type { CardTexts } from './card-texts.ts';
import { createEnglishCards, enCards } from './en-cards.ts';
import { englishDates, matchLanguage, type Language } from './language.ts';

export type { CardTexts } from './card-texts.ts';
export { enCards } from './en-cards.ts';

const loaders: Readonly<Record<Language, (tag: string) => Promise<CardTexts>>> = {
  en: async (tag) => (englishDates(tag) === 'en-US' ? createEnglishCards('en-US') : enCards),
  'zh-CN': async () => (await import('./zh-cn-cards.ts')).zhCNCards,
};

/**
 * The texts of the cards for a BCP 47 tag, to stand beside those of `loadCatalog`; English when there are none.
 * Rejects only when the file of the language cannot be loaded.
 */
export function loadCardTexts(language: string): Promise<CardTexts> {
  return loaders[matchLanguage([language]).language](language);
}
