import type { CardTexts } from './card-texts.ts';
import { createCardTexts } from './create-card-texts.ts';
import { cardLabels } from './zh-cn/card-labels.ts';
import { expiryWords } from './zh-cn/expiry-words.ts';
import { flowWords } from './zh-cn/flow-words.ts';
import { help } from './zh-cn/help.ts';
import { statuses } from './zh-cn/statuses.ts';
import { timelineWords } from './zh-cn/timeline-words.ts';

const { daysLeft } = flowWords;
const words = { gap: '', daysLeft, ...expiryWords, ...timelineWords };
const given = { ...statuses, ...help, ...cardLabels };

/** The texts of the cards in simplified Chinese. */
export const zhCNCards: CardTexts = createCardTexts('zh-CN', given, words);
