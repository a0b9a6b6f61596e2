import type { Membership } from '@leavewell/sdk';

/** Where things stand on the line, in hundredths of its length. */
export interface TimelineView {
  readonly today: number;
  /** Where what is paid for ends. */
  readonly cap: number;
  /** Whether more time follows after the cap. */
  readonly renews: boolean;
}

/** What follows is only hinted at: it is drawn shorter than it is, so that the paid time has the room. */
const capBeforeMore = 80;

/** Where to draw; null when there is nothing to draw: it has not begun, is over, or never ends. */
export function timelineView({ periodStartsAt, accessEndsAt, asOf, nextLastDay }: Membership): TimelineView | null {
  if (accessEndsAt === null) return null;
  const start = Date.parse(periodStartsAt);
  const used = (Date.parse(asOf) - start) / (Date.parse(accessEndsAt) - start);
  if (!(used >= 0 && used < 1)) return null;
  const renews = nextLastDay !== null;
  const cap = renews ? capBeforeMore : 100;
  return { today: Math.round(used * cap * 10) / 10, cap, renews };
}
