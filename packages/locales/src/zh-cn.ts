import type { Catalog } from './catalog.ts';
import { createCatalog } from './create-catalog.ts';
import { codeTexts } from './zh-cn/code.ts';
import { expiryWords } from './zh-cn/expiry-words.ts';
import { failures, refusals } from './zh-cn/failures.ts';
import { flowWords } from './zh-cn/flow-words.ts';
import { help } from './zh-cn/help.ts';
import { labels } from './zh-cn/labels.ts';
import { priceWords } from './zh-cn/price-words.ts';
import { statuses } from './zh-cn/statuses.ts';

const words = { gap: '', price: priceWords, ...expiryWords, ...flowWords };
const given = { ...statuses, ...help, ...failures, ...refusals, ...labels, ...codeTexts };

/** Simplified Chinese. */
export const zhCN: Catalog = createCatalog('zh-CN', given, words);
