import { phrase } from '../phrase.ts';
import type { TimelineWords } from '../words.ts';

/** The sentences of the timeline. */
export const timelineWords: TimelineWords = {
  since: (day) => phrase`Since ${day}, with no end date.`,
  period: (from, until, left) => phrase`From ${from} to ${until}: ${left}.`,
  thenRenews: (until) => phrase`Then it renews until ${until}.`,
  thenEnds: 'Then it ends.',
};
