/** Works through a list with so many workers at a time; each is told its number. */
export async function inTurns<T>(
  items: readonly T[],
  workers: number,
  work: (item: T, worker: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const runWorker = async (worker: number): Promise<void> => {
    for (;;) {
      const [item] = items.slice(next, next + 1);
      if (next >= items.length || item === undefined) return;
      next += 1;
      await work(item, worker);
    }
  };
  await Promise.all(Array.from({ length: workers }, (_, worker) => runWorker(worker)));
}
