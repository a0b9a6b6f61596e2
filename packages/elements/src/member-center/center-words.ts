import { type Catalog, en, loadCatalog } from '@leavewell/locales';
import { type CardTexts, enCards, loadCardTexts } from '@leavewell/locales/cards';
import type { WordSource } from '../language-controller.ts';

/** The words of the cards, with those of the buttons in them. */
export type CenterWords = Catalog & CardTexts;

/** Where the words of a member center come from. */
export const centerWords: WordSource<CenterWords> = {
  load: async (tag) => {
    const [buttons, cards] = await Promise.all([loadCatalog(tag), loadCardTexts(tag)]);
    return { ...buttons, ...cards };
  },
  fallback: { ...en, ...enCards },
};
