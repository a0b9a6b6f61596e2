export { chooseReceiptVoice } from './choose-voice.ts';
export { oneLine } from './one-line.ts';
export type {
  ContactFacts,
  DeclarationFacts,
  ReceiptChannel,
  ReceiptCommand,
  ReceiptFacts,
  RefundFacts,
  VerifiedBy,
} from './receipt-facts.ts';
export { chargeSentences, doneSentence, receiptLines, type ReceiptLine } from './receipt-lines.ts';
export type { ReceiptVoice } from './receipt-voice.ts';
export { receiptFields, type ReceiptField, type ReceiptWords } from './receipt-words.ts';
export type { DatePart, Phrase } from '../phrase.ts';
export { plain } from '../phrase.ts';
