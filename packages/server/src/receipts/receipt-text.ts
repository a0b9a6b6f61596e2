import {
  chargeSentences,
  doneSentence,
  oneLine,
  plain,
  receiptLines,
  type ReceiptFacts,
  type ReceiptVoice,
} from '@leavewell/locales/receipts';

/** A receipt as plain text: what took effect, that nothing more is charged, and every line. */
export function receiptText(voice: ReceiptVoice, receipt: ReceiptFacts): string {
  const { words } = voice;
  const heading = `${words.title[receipt.command]} ${oneLine(receipt.id)}`;
  const sentences = [doneSentence(voice, receipt), ...chargeSentences(voice, receipt)].map(plain);
  const rows = receiptLines(voice, receipt).map(({ label, value }) => words.row(label, plain(value)));
  return [heading, '', ...sentences, '', ...rows, ''].join('\n');
}
