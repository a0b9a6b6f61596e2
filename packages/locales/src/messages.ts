import type { Catalog } from './catalog.ts';
import { formatMoment, offsetName, zoneName } from './dates.ts';
import { viewEnd } from './end-view.ts';
import { matchLanguage, type Language } from './language.ts';
import { messageWords as en } from './messages/en.ts';
import type { MessageWords } from './messages/message-words.ts';
import type { CommandFailedMessage, Message, ReceiptFacts, ReceiptMessage } from './messages/message.ts';
import { messageWords as zhCN } from './messages/zh-cn.ts';
import { plain } from './phrase.ts';

export type { RenewalCommand } from './membership-facts.ts';
export type { CodeMessage, CommandFailedMessage, Message, ReceiptFacts, ReceiptMessage } from './messages/message.ts';

/** A message in words. SMS have no subject. */
export interface RenderedMessage {
  readonly subject: string | null;
  readonly text: string;
}

const languages: Readonly<Record<Language, MessageWords>> = { en, 'zh-CN': zhCN };

/** One line: a name from outside can never begin a new line of a text or a new header of a mail. */
function line(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** When it was asked for, with the zone and always its offset: `22 November 2026 at 10:42, Beijing time (UTC+8)`. */
function requestedAt(tag: string, words: MessageWords, { requestedAt: at, timeZone }: Pick<ReceiptFacts, 'requestedAt' | 'timeZone'>): string {
  const zone = zoneName(tag, timeZone, at);
  const offset = zone.includes('UTC') ? null : offsetName(timeZone, at);
  return words.moment(formatMoment(tag, at, timeZone, 'long'), zone, offset);
}

type Row = readonly [label: string, value: string | null];

function rows(catalog: Catalog, words: MessageWords, receipt: ReceiptFacts): readonly Row[] {
  const { nextChargeAt, price, verifiedBy, command } = receipt;
  const { labels } = words;
  const isCancel = command === 'cancelRenewal';
  const charge = nextChargeAt === null ? null : catalog['date.end']({ ...receipt, accessEndsAt: nextChargeAt });
  return [
    [catalog['receipt.ends'], isCancel ? plain(catalog['date.end'](receipt)) : null],
    [labels.nextCharge, charge && plain(charge)],
    [
      isCancel && !charge ? labels.priceNotTaken : labels.price,
      price && catalog['membership.price'](price, 'recurring'),
    ],
    [labels.plan, receipt.planName],
    [labels.account, receipt.accountName],
    [labels.order, receipt.orderNumber],
    [labels.requestedBy, receipt.requestedBy],
    [
      catalog[isCancel ? 'receipt.canceledAt' : 'receipt.resumedAt'],
      requestedAt(catalog['language.tag'], words, receipt),
    ],
    [labels.verifiedBy, verifiedBy && words.verifiedBy[verifiedBy]],
    [labels.providerReference, receipt.providerReference],
    [catalog['receipt.id'], receipt.id],
  ];
}

function receiptText(catalog: Catalog, words: MessageWords, { channel, memberName, receipt }: ReceiptMessage): string {
  const { command, planName, nextChargeAt } = receipt;
  const { end } = viewEnd(catalog['language.tag'], receipt);
  const isCancel = command === 'cancelRenewal';
  const done = catalog[isCancel ? 'cancel.done.title' : 'resume.done.title'];
  const nothingMore = isCancel && nextChargeAt === null ? [plain(words.nothingMore(end && end.at, receipt.paymentOwed))] : [];
  const facts = rows(catalog, words, receipt).flatMap(([label, value]) =>
    value === null ? [] : [words.row(label, line(value))],
  );
  const message = [plain(done(line(planName), receipt)), ...nothingMore, '', ...facts, '', words.notYou];
  const lines = channel === 'email' ? [words.greeting(line(memberName)), '', ...message] : message.filter(Boolean);
  return lines.join('\n');
}

function failedMessage(tag: string, words: MessageWords, message: CommandFailedMessage): RenderedMessage {
  const { channel, command, memberName, planName } = message;
  const { subject, lines } = words.failed[command];
  const said = lines(line(planName), requestedAt(tag, words, message));
  if (channel === 'sms') return { subject: null, text: said.join('\n') };
  return { subject: subject(line(planName)), text: [words.greeting(line(memberName)), '', ...said].join('\n') };
}

/**
 * The words of a message that the server asks a host to send, in the language of `catalog`. Texts that the host
 * overrides in the catalog are used here too. Names from outside stay on their line.
 */
export function renderMessage(catalog: Catalog, message: Message): RenderedMessage {
  const tag = catalog['language.tag'];
  const words = languages[matchLanguage([tag]).language];
  if (message.kind === 'verification_code') {
    const { code, command, planName, minutesValid } = message;
    return { subject: null, text: words.code[command](code, line(planName), minutesValid) };
  }
  if (message.kind === 'command_failed') return failedMessage(tag, words, message);
  const { command, planName } = message.receipt;
  const subject = plain(words.subject[command](line(planName), viewEnd(tag, message.receipt)));
  return { subject: message.channel === 'email' ? subject : null, text: receiptText(catalog, words, message) };
}
