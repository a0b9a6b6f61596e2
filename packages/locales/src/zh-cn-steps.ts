import { createStepTexts } from './create-step-texts.ts';
import type { StepTexts } from './step-texts.ts';
import { stepWords } from './zh-cn/step-words.ts';

/** The texts of the steps in simplified Chinese. */
export const zhCNSteps: StepTexts = createStepTexts('zh-CN', '', stepWords);
