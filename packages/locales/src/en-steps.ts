import { createStepTexts } from './create-step-texts.ts';
import { stepWords } from './en/step-words.ts';
import type { StepTexts } from './step-texts.ts';

/** The texts of the steps in English with dates as in `en-GB` or `en-US`. */
export function createEnglishSteps(tag: 'en-GB' | 'en-US'): StepTexts {
  return createStepTexts(tag, ' ', stepWords);
}

/** The texts of the steps in English with the day before the month. */
export const stepTexts: StepTexts = createEnglishSteps('en-GB');
