import { formatDay } from '../dates.ts';
import { dayPart, viewEnd } from '../end-view.ts';
import { formatMoney } from '../money.ts';
import { phrase, type Phrase } from '../phrase.ts';
import { oneLine } from './one-line.ts';
import type { DeclarationFacts, ReceiptFacts } from './receipt-facts.ts';
import { endPhrase, momentPhrase, requestMoment, type ReceiptVoice } from './receipt-voice.ts';
import { receiptFields, type ReceiptField } from './receipt-words.ts';

/** One line of a receipt, the same in text, page, calendar and mail. */
export interface ReceiptLine {
  readonly field: ReceiptField;
  readonly label: string;
  readonly value: Phrase;
}

/** A text from outside, on one line; nothing where there is none. */
function said(text: string | null | undefined): Phrase | null {
  return text ? [oneLine(text)] : null;
}

function furtherCharges({ words, tag }: ReceiptVoice, receipt: ReceiptFacts): Phrase | null {
  const { command, nextChargeAt, paymentOwed } = receipt;
  if (command === 'resumeRenewal' || nextChargeAt !== null) return null;
  const { lastDay } = viewEnd(tag, receipt);
  if (paymentOwed) return words.noFurtherCharge.owed(lastDay);
  return words.noFurtherCharge[command === 'withdraw' ? 'undone' : 'renewal'](lastDay);
}

function refund({ words, tag }: ReceiptVoice, { refund: money }: ReceiptFacts): Phrase | null {
  if (money === undefined) return null;
  return money === null ? [words.noRefund] : words.refund(formatMoney(tag, money), dayPart(tag, money.by));
}

function resume(voice: ReceiptVoice, receipt: ReceiptFacts): Phrase | null {
  const { command, resumableUntil: until } = receipt;
  if (until === undefined || command === 'resumeRenewal') return null;
  return voice.words.resume(until === null ? null : momentPhrase(voice, until, receipt));
}

function verifiedBy({ words }: ReceiptVoice, { verifiedBy: method, channel }: ReceiptFacts): Phrase | null {
  if (method !== null) return [words.verifiedBy[method]];
  return channel ? [words.unverified[channel]] : null;
}

function contact({ words }: ReceiptVoice, { contact: ways }: ReceiptFacts): Phrase | null {
  if (!ways) return null;
  if (ways.length === 0) return [words.noContact];
  return [ways.map(({ kind, value }) => words.contact[kind](oneLine(value))).join(words.separator)];
}

/** The moment of the request, in the line of its command. */
function requestedAt(voice: ReceiptVoice, receipt: ReceiptFacts, command: ReceiptFacts['command']): Phrase | null {
  if (receipt.command !== command) return null;
  return [{ date: requestMoment(voice, receipt), iso: receipt.requestedAtLocal ?? receipt.requestedAt }];
}

function endWanted({ words, tag }: ReceiptVoice, { endDate }: DeclarationFacts): Phrase | null {
  if (endDate === undefined) return null;
  if (endDate === null) return [words.earliestEnd];
  // As it was typed: it need not be a day of the calendar.
  const day = oneLine(endDate);
  return [{ date: formatDay(tag, day), iso: day }];
}

type Line = (voice: ReceiptVoice, receipt: ReceiptFacts) => Phrase | null;

const chargeLines = {
  nextCharge: (voice, receipt) =>
    receipt.nextChargeAt === null ? null : voice.end({ ...receipt, accessEndsAt: receipt.nextChargeAt }),
  priceNotTaken: (voice, { command, nextChargeAt, price }) =>
    command === 'cancelRenewal' && nextChargeAt === null && price ? [voice.price(price)] : null,
  price: (voice, { command, nextChargeAt, price }) =>
    (command !== 'cancelRenewal' || nextChargeAt !== null) && price ? [voice.price(price)] : null,
  furtherCharges,
  refund,
  resume,
} satisfies Partial<Record<ReceiptField, Line>>;

const declarationLines = {
  declaredKind: ({ words }, { declaration }) =>
    declaration?.terminationKind ? [words.declaredKind[declaration.terminationKind]] : null,
  declaredReason: (_, { declaration }) => said(declaration?.reason),
  declaredName: (_, { declaration }) => said(declaration?.name),
  declaredContract: (_, { declaration }) => said(declaration?.contract),
  declaredEnd: (voice, { declaration }) => (declaration ? endWanted(voice, declaration) : null),
  declaredEmail: (_, { declaration }) => said(declaration?.email),
} satisfies Partial<Record<ReceiptField, Line>>;

const lines: Readonly<Record<ReceiptField, Line>> = {
  ...chargeLines,
  ...declarationLines,
  accessUntil: (voice, receipt) => (receipt.command === 'resumeRenewal' ? null : voice.end(receipt)),
  exactEnd: (_, { command, accessEndsAt: at }) =>
    command === 'resumeRenewal' || at === null ? null : [{ date: at, iso: at }],
  lastDay: ({ tag }, receipt) => {
    const { lastDay, wholeDay } = viewEnd(tag, receipt);
    return receipt.command === 'withdraw' || wholeDay || !lastDay ? null : [lastDay];
  },
  plan: (_, { planName }) => said(planName),
  account: (_, { accountName }) => said(accountName),
  order: (_, { orderNumber }) => said(orderNumber),
  membership: (_, { orderNumber, membershipId }) => (orderNumber === null ? said(membershipId) : null),
  requestedBy: (_, receipt) => said(receipt.requestedBy),
  canceledAt: (voice, receipt) => requestedAt(voice, receipt, 'cancelRenewal'),
  resumedAt: (voice, receipt) => requestedAt(voice, receipt, 'resumeRenewal'),
  withdrawnAt: (voice, receipt) => requestedAt(voice, receipt, 'withdraw'),
  verifiedBy,
  place: (_, { place }) => (place === 'BASE' ? null : said(place)),
  providerReference: (_, { providerReference }) => said(providerReference),
  contact,
  reference: (_, { id }) => said(id),
};

/**
 * What a receipt says, line by line, in the order in which it is read: whatever Q15 of the rubric asks for, and what
 * was declared. What an earlier version did not write down is left out. Every text from outside is on one line.
 */
export function receiptLines(voice: ReceiptVoice, receipt: ReceiptFacts): readonly ReceiptLine[] {
  return receiptFields.flatMap((field) => {
    const value = lines[field](voice, receipt);
    return value ? [{ field, label: voice.labels[field], value }] : [];
  });
}

/** Money that goes back after a withdrawal, said at once and not only in its line. */
function undone(voice: ReceiptVoice, receipt: ReceiptFacts): readonly Phrase[] {
  const money = receipt.refund ? refund(voice, receipt) : null;
  return money ? [phrase`${voice.words.row(voice.labels.refund, '')}${money}`] : [];
}

/** What follows the first sentence: until when there is access, that nothing more is charged, what goes back. */
export function chargeSentences(voice: ReceiptVoice, receipt: ReceiptFacts): readonly Phrase[] {
  const { command, nextChargeAt, paymentOwed } = receipt;
  if (command === 'withdraw') return undone(voice, receipt);
  if (command === 'resumeRenewal' || nextChargeAt !== null) return [];
  return [voice.words.nothingMore(endPhrase(voice, receipt), paymentOwed)];
}

/** The first sentence of a receipt: what took effect. */
export function doneSentence({ tag, words }: ReceiptVoice, receipt: ReceiptFacts): Phrase {
  const { command, kind = 'recurring', planName, nextChargeAt } = receipt;
  const [toItsEnd, beyond, undated] = words.done[command](oneLine(planName), kind);
  const { lastDay, wholeDay } = viewEnd(tag, receipt);
  if (!lastDay || (command === 'resumeRenewal' && nextChargeAt === null)) return phrase`${undated}`;
  return wholeDay ? toItsEnd(lastDay) : beyond(lastDay);
}
