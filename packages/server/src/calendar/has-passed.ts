/** Whether `instant` is at or before `now`. Null, which stands for "never" or "not known", has not passed. */
export function hasPassed(instant: string | null, now: Date): boolean {
  return instant !== null && Date.parse(instant) <= now.getTime();
}
