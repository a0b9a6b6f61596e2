import type { EndView } from './end-view.ts';
import type { DatePart, Phrase } from './phrase.ts';

/** A text by what is known of the end: access to the end of that day, access until some time after it, or no day. */
export type Dated = readonly [toItsEnd: (day: DatePart) => Phrase, beyond: (day: DatePart) => Phrase, undated: string];

/** Chooses by what is known of the end. */
export function dated([toItsEnd, beyond, undated]: Dated, { lastDay, wholeDay }: Omit<EndView, 'end'>): Phrase {
  if (!lastDay) return [undated];
  return wholeDay ? toItsEnd(lastDay) : beyond(lastDay);
}
