import { loadStepTexts, type StepTexts, stepTexts } from '@leavewell/locales';
import type { WordSource } from '../language-controller.ts';

/** The words of the steps that only some members meet; loaded with the steps. */
export const stepWords: WordSource<StepTexts> = { load: loadStepTexts, fallback: stepTexts };
