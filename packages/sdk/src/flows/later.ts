/** Does one thing after a while. */
export interface Later {
  /** Does `work` after `ms`, in place of what was planned before; where there is a page, only while it can be seen. */
  plan(work: () => void, ms: number): void;
  /** Does at once what is planned, if anything is. */
  now(): void;
  /** Plans nothing any more. */
  clear(): void;
}

const runtime: Partial<Pick<typeof globalThis, 'document'>> = globalThis;

/** At the latest after half a minute, more seldom each time. */
export function backoff(tries: number): number {
  return Math.min(30_000, 2_000 * 2 ** tries);
}

/** Plans nothing yet. */
export function createLater(): Later {
  let planned: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function clear(): void {
    clearTimeout(timer);
    runtime.document?.removeEventListener('visibilitychange', whenSeen);
    planned = undefined;
  }

  function now(): void {
    const work = planned;
    clear();
    work?.();
  }

  function whenSeen(): void {
    if (!runtime.document?.hidden) return now();
    runtime.document.addEventListener('visibilitychange', whenSeen);
  }

  return {
    plan(work, ms) {
      clear();
      planned = work;
      timer = setTimeout(whenSeen, ms);
    },
    now,
    clear,
  };
}
