import { createEnglishSteps, stepTexts } from './en-steps.ts';
import { englishDates, matchLanguage, type Language } from './language.ts';
import type { StepTexts } from './step-texts.ts';

const loaders: Readonly<Record<Language, (tag: string) => Promise<StepTexts>>> = {
  en: async (tag) => (englishDates(tag) === 'en-US' ? createEnglishSteps('en-US') : stepTexts),
  'zh-CN': async () => (await import('./zh-cn-steps.ts')).zhCNSteps,
};

/**
 * The texts of the steps for a BCP 47 tag; English when there are none in that language. Rejects only when the file of
 * the language cannot be loaded.
 */
export function loadStepTexts(language: string): Promise<StepTexts> {
  return loaders[matchLanguage([language]).language](language);
}
