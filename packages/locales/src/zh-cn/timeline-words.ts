import { phrase } from '../phrase.ts';
import type { TimelineWords } from '../words.ts';

/** The sentences of the timeline. */
export const timelineWords: TimelineWords = {
  since: (day) => phrase`自${day}起，永久有效。`,
  period: (start, until, left) => phrase`有效期自${start}至${until}，${left}。`,
  thenRenews: (until) => phrase`续费后有效期至${until}。`,
  thenEnds: '到期后结束。',
};
