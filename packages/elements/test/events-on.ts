/** Keeps the names of our events that reach a target, in order. */
export function eventsOn(target: EventTarget): string[] {
  const seen: string[] = [];
  const names = ['start', 'success', 'keep', 'resume', 'error'].map((word) => `cancel-renewal-${word}`);
  for (const name of [...names, 'member-center-load', 'member-center-error']) {
    target.addEventListener(name, ({ type }) => seen.push(type));
  }
  return seen;
}
