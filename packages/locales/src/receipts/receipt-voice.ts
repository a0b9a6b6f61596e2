import { formatMoment, offsetName, zoneName } from '../dates.ts';
import { viewClosing, viewEnd, type EndView, type Moment } from '../end-view.ts';
import type { EndFacts, PriceFacts } from '../membership-facts.ts';
import { formatMoney } from '../money.ts';
import type { Phrase } from '../phrase.ts';
import type { ReceiptFacts } from './receipt-facts.ts';
import type { ReceiptWords } from './receipt-words.ts';

/** The words of one language with its dates and money. A mail puts the host's own words in their place. */
export interface ReceiptVoice extends Pick<ReceiptWords, 'labels'> {
  /** BCP 47 tag, fit for a `lang` attribute. */
  readonly tag: string;
  readonly words: ReceiptWords;
  /** When access ends, with its zone. */
  readonly end: (facts: EndFacts) => Phrase;
  readonly price: (price: PriceFacts) => string;
}

/** As much of a voice as dates need. */
type Speaker = Pick<ReceiptVoice, 'tag' | 'words'>;

/** A zone as it is called in the language, or where we have no names in it by its IANA name and offset. */
function zoneIn(tag: string, timeZone: string, instant: string): string {
  if (/^(en|zh)/.test(tag)) return zoneName(tag, timeZone, instant);
  const offset = offsetName(timeZone, instant);
  return /^(?!Etc\/).+\//.test(timeZone) ? `${timeZone} (${offset})` : offset;
}

function withZone({ tag, words }: Speaker, moment: Moment, at: string, zone: string): Phrase {
  return words.at(moment.full, zoneIn(tag, zone, at));
}

/** A moment with its zone; the end of the last day is said as 24:00 of that day. */
export function momentPhrase(voice: Speaker, instant: string, facts: EndFacts): Phrase {
  const moment = viewClosing(voice.tag, instant, facts);
  return moment ? withZone(voice, moment, instant, facts.timeZone) : [instant];
}

/** When access ends, with its zone; null where no end is known. */
export function endPhrase(voice: Speaker, facts: EndFacts): Phrase | null {
  const { end }: EndView = viewEnd(voice.tag, facts);
  return end && withZone(voice, end, facts.accessEndsAt ?? facts.lastDay ?? '', facts.timeZone);
}

/** When it was asked for, with the zone and always its offset: `22 November 2026 at 10:42, Beijing time (UTC+8)`. */
export function requestMoment(
  { tag, words }: Speaker,
  { requestedAt: at, timeZone }: Pick<ReceiptFacts, 'requestedAt' | 'timeZone'>,
): string {
  const zone = zoneIn(tag, timeZone, at);
  const offset = zone.includes('UTC') ? null : offsetName(timeZone, at);
  return words.moment(formatMoment(tag, at, timeZone, 'long'), zone, offset);
}

/** A voice in the words of one language, with dates as in the BCP 47 `tag`. */
export function createReceiptVoice(tag: string, words: ReceiptWords): ReceiptVoice {
  const parts = { tag, words };
  return {
    ...parts,
    labels: words.labels,
    end: (facts) => endPhrase(parts, facts) ?? [words.noEnd],
    price: (price) => {
      const amount = formatMoney(tag, price);
      return price.interval ? words.price(amount, price.interval) : amount;
    },
  };
}
