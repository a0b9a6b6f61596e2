/** Shows exactly these words of `:state()` on an element; browsers without custom states show none. */
export function showStates({ states }: ElementInternals, shown: Readonly<Record<string, boolean>>): void {
  if (!states) return;
  for (const [name, isShown] of Object.entries(shown)) {
    if (isShown) states.add(name);
    else states.delete(name);
  }
}
