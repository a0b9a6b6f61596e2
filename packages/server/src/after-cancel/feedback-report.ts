import type { FeedbackReport } from '@leavewell/contract';
import type { FeedbackRecord } from '../ports/filed-record.ts';

const FLOOR = 2;
const USUAL_GROUP = 5;
const MOST_COMMENTS = 1000;

interface Group {
  /** Null for those who gave a comment and no reason; they are counted and never named. */
  readonly reason: string | null;
  readonly count: number;
}

/** No group smaller than this is told, whatever the host asks for. */
export function smallestGroup(wanted: number = USUAL_GROUP): number {
  return Math.max(FLOOR, Math.ceil(wanted) || USUAL_GROUP);
}

/**
 * Why members left, in groups from which nobody can be told.
 *
 * Two ways to tell by difference are closed. The answers in all less those that are named leave never less than the
 * smallest group, of two reasons or more: a named group is left out beside a small one where it takes that. And two
 * reports differ by no less than the smallest group of answers: those of a day count from the day after, together with
 * those of the next days until they are enough.
 *
 * @param today - the day in UTC, `YYYY-MM-DD`; its own answers do not count yet
 */
export function reportOf(records: readonly FeedbackRecord[], minimumGroup: number, today: string): FeedbackReport {
  const counted = inFullBatches(records, minimumGroup, today);
  const named = withoutSmall(groupsOf(counted), minimumGroup);
  const comments = counted.flatMap(({ comment }) => comment ?? []);
  return {
    answers: counted.length,
    minimumGroup,
    reasons: named.flatMap(({ reason, count }) => (reason === null ? [] : { reason, count })),
    comments: comments.length < minimumGroup ? [] : shuffled(comments).slice(0, MOST_COMMENTS),
  };
}

/** The answers of whole days before today, up to the last day by which enough had gathered since the batch before. */
function inFullBatches(
  records: readonly FeedbackRecord[],
  minimumGroup: number,
  today: string,
): readonly FeedbackRecord[] {
  const byDay = Map.groupBy(records, ({ at }) => at.slice(0, 10));
  const days = [...byDay.keys()].filter((day) => day < today).toSorted();
  const counted: FeedbackRecord[] = [];
  let gathering: FeedbackRecord[] = [];
  for (const day of days) {
    gathering = [...gathering, ...(byDay.get(day) ?? [])];
    if (gathering.length < minimumGroup) continue;
    counted.push(...gathering);
    gathering = [];
  }
  return counted;
}

/** The largest first; of equal ones by name, so that the order tells nothing. */
function groupsOf(records: readonly FeedbackRecord[]): readonly Group[] {
  const groups = [...Map.groupBy(records, ({ reason }) => reason)];
  return groups
    .map(([reason, { length: count }]) => ({ reason, count }))
    .toSorted((a, b) => b.count - a.count || ((a.reason ?? '') < (b.reason ?? '') ? -1 : 1));
}

function withoutSmall(groups: readonly Group[], minimumGroup: number): readonly Group[] {
  const firstSmall = groups.findIndex(({ count }) => count < minimumGroup);
  if (firstSmall === -1) return groups;
  let kept = firstSmall;
  const hidden = () => groups.slice(kept).reduce((sum, { count }) => sum + count, 0);
  while (kept > 0 && (hidden() < minimumGroup || groups.length - kept < 2)) kept -= 1;
  return groups.slice(0, kept);
}

function shuffled(texts: readonly string[]): readonly string[] {
  const drawn = texts.map((text) => ({ text, order: crypto.randomUUID() }));
  return drawn.toSorted((a, b) => (a.order < b.order ? -1 : 1)).map(({ text }) => text);
}
