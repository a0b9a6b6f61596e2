import { enCards, type CardTexts } from '../src/cards.ts';
import { en as enFlow, type Catalog } from '../src/index.ts';
import { zhCNCards } from '../src/zh-cn-cards.ts';
import { zhCN as zhCNFlow } from '../src/zh-cn.ts';

/** What a member center has of one language. */
export type AllTexts = Catalog & CardTexts;

/** Every English text. */
export const en: AllTexts = { ...enFlow, ...enCards };
/** Every Chinese text. */
export const zhCN: AllTexts = { ...zhCNFlow, ...zhCNCards };
