import type { Catalog } from './catalog.ts';
import { viewEnd } from './end-view.ts';
import { matchLanguage, type Language } from './language.ts';
import { messageWords as en } from './messages/en.ts';
import type { MessageWords } from './messages/message-words.ts';
import type {
  CodeMessage,
  CommandFailedMessage,
  FactorChangedMessage,
  Message,
  ReceiptFacts,
  ReceiptMessage,
} from './messages/message.ts';
import { messageWords as zhCN } from './messages/zh-cn.ts';
import { plain, type Phrase } from './phrase.ts';
import { receiptWords as enReceipts } from './receipts/en.ts';
import { oneLine } from './receipts/one-line.ts';
import { chargeSentences, doneSentence, receiptLines } from './receipts/receipt-lines.ts';
import { createReceiptVoice, requestMoment, type ReceiptVoice } from './receipts/receipt-voice.ts';
import type { ReceiptWords } from './receipts/receipt-words.ts';
import { receiptWords as zhCNReceipts } from './receipts/zh-cn.ts';

export type { MembershipCommand } from './membership-facts.ts';
export type {
  CodeMessage,
  CommandFailedMessage,
  FactorChangedMessage,
  Message,
  MessageAct,
  MessageCommand,
  ReceiptFacts,
  ReceiptMessage,
} from './messages/message.ts';

/** A message in words. SMS have no subject. */
export interface RenderedMessage {
  readonly subject: string | null;
  readonly text: string;
}

interface LanguageWords {
  readonly words: MessageWords;
  readonly receipts: ReceiptWords;
}

const languages: Readonly<Record<Language, LanguageWords>> = {
  en: { words: en, receipts: enReceipts },
  'zh-CN': { words: zhCN, receipts: zhCNReceipts },
};

/** The voice of receipts in the words of the catalog, which a host may have changed. */
function voiceOf(catalog: Catalog, receipts: ReceiptWords): ReceiptVoice {
  return {
    ...createReceiptVoice(catalog['language.tag'], receipts),
    labels: {
      ...receipts.labels,
      accessUntil: catalog['receipt.ends'],
      canceledAt: catalog['receipt.canceledAt'],
      resumedAt: catalog['receipt.resumedAt'],
      reference: catalog['receipt.id'],
    },
    end: catalog['date.end'],
    price: (price) => catalog['membership.price'](price, 'recurring'),
  };
}

/** What took effect. The catalog's own words where it has some. */
function doneText(catalog: Catalog, voice: ReceiptVoice, receipt: ReceiptFacts): Phrase {
  const planName = oneLine(receipt.planName);
  const said: Readonly<Record<ReceiptFacts['command'], () => Phrase>> = {
    cancelRenewal: () => catalog['cancel.done.title'](planName, receipt),
    resumeRenewal: () => catalog['resume.done.title'](planName, receipt),
    withdraw: () => doneSentence(voice, receipt),
  };
  return said[receipt.command]();
}

function receiptText(catalog: Catalog, { words, receipts }: LanguageWords, message: ReceiptMessage): string {
  const { channel, memberName, receipt } = message;
  const voice = voiceOf(catalog, receipts);
  const sentences = [doneText(catalog, voice, receipt), ...chargeSentences(voice, receipt)].map(plain);
  const facts = receiptLines(voice, receipt).map(({ label, value }) => receipts.row(label, plain(value)));
  const said = [...sentences, '', ...facts, '', words.notYou];
  const lines = channel === 'email' ? [words.greeting(oneLine(memberName)), '', ...said] : said.filter(Boolean);
  return lines.join('\n');
}

function receiptMessage(catalog: Catalog, language: LanguageWords, message: ReceiptMessage): RenderedMessage {
  const { command, planName } = message.receipt;
  const end = viewEnd(catalog['language.tag'], message.receipt);
  const subject = plain(language.words.subject[command](oneLine(planName), end));
  return {
    subject: message.channel === 'email' ? subject : null,
    text: receiptText(catalog, language, message),
  };
}

function codeMessage({ words }: LanguageWords, message: CodeMessage): RenderedMessage {
  const { channel, code, command, minutesValid } = message;
  const planName = oneLine(message.planName);
  return {
    subject: channel === 'email' ? words.codeSubject[command](planName) : null,
    text: words.code[command](code, planName, minutesValid),
  };
}

function failedMessage(tag: string, language: LanguageWords, message: CommandFailedMessage): RenderedMessage {
  const { channel, command, memberName } = message;
  const planName = oneLine(message.planName);
  const { words, receipts } = language;
  const { subject, lines } = words.failed[command];
  const said = lines(planName, requestMoment(createReceiptVoice(tag, receipts), message));
  if (channel === 'sms') return { subject: null, text: said.join('\n') };
  return { subject: subject(planName), text: [words.greeting(oneLine(memberName)), '', ...said].join('\n') };
}

function factorMessage(tag: string, { words, receipts }: LanguageWords, message: FactorChangedMessage): RenderedMessage {
  const { channel, change, method, memberName, changedAt: requestedAt, timeZone } = message;
  const { subject, lines } = words.factor[change];
  const [kind, label] = [receipts.verifiedBy[method], oneLine(message.label)];
  const way = label === '' || label === kind ? kind : `${kind} (${label})`;
  const at = requestMoment(createReceiptVoice(tag, receipts), { requestedAt, timeZone });
  const said = [...lines(way, at), words.notYou];
  if (channel === 'sms') return { subject: null, text: said.join('\n') };
  return { subject, text: [words.greeting(oneLine(memberName)), '', ...said].join('\n') };
}

/**
 * The words of a message that the server asks a host to send, in the language of `catalog`. Texts that the host
 * overrides in the catalog are used here too. Names from outside stay on their line.
 */
export function renderMessage(catalog: Catalog, message: Message): RenderedMessage {
  const tag = catalog['language.tag'];
  const language = languages[matchLanguage([tag]).language];
  if (message.kind === 'verification_code') return codeMessage(language, message);
  if (message.kind === 'command_failed') return failedMessage(tag, language, message);
  if (message.kind === 'factor_changed') return factorMessage(tag, language, message);
  return receiptMessage(catalog, language, message);
}
