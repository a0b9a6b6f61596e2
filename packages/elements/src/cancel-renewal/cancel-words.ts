import { type Catalog, en, loadCatalog, type StepTexts } from '@leavewell/locales';
import type { WordSource } from '../language-controller.ts';

/** The words of canceling, of turning renewal back on, and of every step on the way. */
export type StepCatalog = Catalog & StepTexts;

/** The words of canceling and of turning renewal back on. */
export const cancelWords: WordSource<Catalog> = { load: loadCatalog, fallback: en };
