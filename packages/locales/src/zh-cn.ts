import type { Catalog } from './catalog.ts';
import { createCatalog } from './create-catalog.ts';
import { codeTexts } from './zh-cn/code.ts';
import { failures, refusals } from './zh-cn/failures.ts';
import { flowWords } from './zh-cn/flow-words.ts';
import { insteadWords } from './zh-cn/instead-words.ts';
import { labels } from './zh-cn/labels.ts';
import { priceWords } from './zh-cn/price-words.ts';

const words = { noEnd: '永久有效', price: priceWords, ...flowWords, ...insteadWords };
const given = { ...failures, ...refusals, ...labels, ...codeTexts };

/** Simplified Chinese. */
export const zhCN: Catalog = createCatalog('zh-CN', given, words);
