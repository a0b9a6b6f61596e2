import { type Catalog, en, loadCatalog } from '@leavewell/locales';
import type { WordSource } from '../language-controller.ts';

/** The words of canceling and of turning renewal back on. */
export const cancelWords: WordSource<Catalog> = { load: loadCatalog, fallback: en };
