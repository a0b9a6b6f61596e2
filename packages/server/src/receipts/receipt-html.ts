import {
  chargeSentences,
  doneSentence,
  oneLine,
  receiptLines,
  type Phrase,
  type ReceiptFacts,
  type ReceiptVoice,
} from '@leavewell/locales/receipts';
import { escapeHtml } from './escape-html.ts';
import { receiptStyle } from './receipt-style.ts';

/** A text with its dates in `<time>`. */
function inHtml(phrase: Phrase): string {
  return phrase
    .map((part) =>
      typeof part === 'string'
        ? escapeHtml(part)
        : `<time datetime="${escapeHtml(part.iso)}">${escapeHtml(part.date)}</time>`,
    )
    .join('');
}

function body(voice: ReceiptVoice, receipt: ReceiptFacts, title: string): string {
  const sentences = [doneSentence(voice, receipt), ...chargeSentences(voice, receipt)];
  // A name from outside may be written in another direction than the page: `dir="auto"` keeps it to itself.
  const rows = receiptLines(voice, receipt).map(
    ({ field, label, value }) =>
      `<div id="${field}"><dt>${escapeHtml(label)}</dt><dd dir="auto">${inHtml(value)}</dd></div>`,
  );
  return [
    `<h1>${title}</h1>`,
    ...sentences.map((sentence) => `<p>${inHtml(sentence)}</p>`),
    '<dl>',
    ...rows,
    '</dl>',
  ].join('\n');
}

/**
 * A receipt as a page to read, print or save: one file without scripts, links or anything loaded. Its only style is
 * named in the policy by its hash, which it also carries itself, so that the saved file is as strict as the served one.
 * @param policy - the Content-Security-Policy of `receiptPolicy()`
 */
export function receiptHtml(voice: ReceiptVoice, receipt: ReceiptFacts, policy: string): string {
  const title = escapeHtml(`${voice.words.title[receipt.command]} ${oneLine(receipt.id)}`);
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(voice.tag)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    '<meta name="viewport" content="width=device-width">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${title}</title>`,
    `<style>${receiptStyle}</style>`,
    '</head>',
    '<body>',
    '<main>',
    body(voice, receipt, title),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
