import { englishDates } from '../language.ts';
import { receiptWords as de } from './de.ts';
import { receiptWords as en } from './en.ts';
import { receiptWords as fr } from './fr.ts';
import { receiptWords as ko } from './ko.ts';
import { createReceiptVoice, type ReceiptVoice } from './receipt-voice.ts';
import type { ReceiptWords } from './receipt-words.ts';
import { receiptWords as zhCN } from './zh-cn.ts';

/** The languages in which receipts are written, by their primary subtag. */
const languages: Readonly<Record<string, (reader: string) => ReceiptVoice>> = {
  en: (reader) => createReceiptVoice(englishDates(reader), en),
  zh: always('zh-CN', zhCN),
  de: always('de', de),
  fr: always('fr', fr),
  ko: always('ko', ko),
};

function always(tag: string, words: ReceiptWords): () => ReceiptVoice {
  return () => createReceiptVoice(tag, words);
}

/** The voice for a reader, from their BCP 47 tags in order of preference; English when none of them is one we have. */
export function chooseReceiptVoice(tags: readonly string[]): ReceiptVoice {
  for (const tag of tags) {
    const voice = languages[/^[a-z]+/.exec(tag.toLowerCase())?.[0] ?? ''];
    if (voice) return voice(tag);
  }
  return createReceiptVoice('en-GB', en);
}
