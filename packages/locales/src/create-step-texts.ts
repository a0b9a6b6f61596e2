import { formatMoment, offsetName, zoneName } from './dates.ts';
import { dayPart, viewEnd } from './end-view.ts';
import { formatMoney } from './money.ts';
import { sentences } from './phrase.ts';
import type { StepTexts, StepWords } from './step-texts.ts';

/**
 * The texts of the steps in one language, with dates as in the BCP 47 `tag`.
 * @param gap - what stands between two sentences
 */
export function createStepTexts(tag: string, gap: string, words: StepWords): StepTexts {
  const stamp: StepTexts['date.stamp'] = (instant, timeZone) => {
    const zone = zoneName(tag, timeZone, instant);
    const moment = { date: formatMoment(tag, instant, timeZone), iso: instant };
    return words.stamp([moment], zone, zone.includes('UTC') ? null : offsetName(timeZone, instant));
  };
  return {
    ...words.texts,
    'date.stamp': stamp,
    'request.done.text': ({ planName, requestedAt, timeZone }) => words.counts(planName, stamp(requestedAt, timeZone)),
    'withdraw.text': ({ refund }) =>
      sentences(gap, [
        words.endsAtOnce,
        refund && words.paidBack(formatMoney(tag, refund), [dayPart(tag, refund.by)]),
      ]),
    'receipt.refundBy': (refund) => words.amountBy(formatMoney(tag, refund), [dayPart(tag, refund.by)]),
    'offer.price': (price) => (price?.amount ? formatMoney(tag, price) : words.free),
    'offer.ends': (end) => {
      const { end: until } = viewEnd(tag, end);
      return until ? words.until(until.at) : [];
    },
  };
}
