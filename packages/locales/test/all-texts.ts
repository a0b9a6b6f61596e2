import { enCards, type CardTexts } from '../src/cards.ts';
import { en as enFlow, stepTexts, type Catalog, type StepTexts } from '../src/index.ts';
import { zhCNCards } from '../src/zh-cn-cards.ts';
import { zhCNSteps } from '../src/zh-cn-steps.ts';
import { zhCN as zhCNFlow } from '../src/zh-cn.ts';

/** What a member center and its steps have of one language. */
export type AllTexts = Catalog & CardTexts & StepTexts;

/** Every English text. */
export const en: AllTexts = { ...enFlow, ...enCards, ...stepTexts };
/** Every Chinese text. */
export const zhCN: AllTexts = { ...zhCNFlow, ...zhCNCards, ...zhCNSteps };
