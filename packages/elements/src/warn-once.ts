const said = new Set<string>();

/** Tells the page's developer once about something only they can change. */
export function warnOnce(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(message);
}
