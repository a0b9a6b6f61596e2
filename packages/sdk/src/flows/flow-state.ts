import type { Flow } from './flow.ts';

/** The snapshot of a flow, and the way to change it. */
export interface FlowState<State extends { readonly status: string }> extends Flow<State> {
  set(next: State): void;
}

/** A listener's fault is the page's to fix; it must not reach the flow or the other listeners. */
function report(error: unknown): void {
  if (typeof reportError === 'function') reportError(error);
  else console.error(error);
}

/**
 * Holds the frozen snapshot of a flow. Listeners hear every snapshot, in order, also when one of them causes the next:
 * a snapshot set meanwhile waits until all have heard of the one before.
 */
export function createFlowState<State extends { readonly status: string }>(initial: State): FlowState<State> {
  let state = Object.freeze(initial);
  const listeners = new Set<{ call(state: State): void }>();
  const unheard: State[] = [];

  function tell(heard: State): void {
    for (const listener of [...listeners]) {
      try {
        if (listeners.has(listener)) listener.call(heard);
      } catch (error) {
        report(error);
      }
    }
  }

  return {
    get state() {
      return state;
    },
    set(next) {
      state = Object.freeze(next);
      if (unheard.push(state) > 1) return;
      for (; unheard[0]; unheard.shift()) tell(unheard[0]);
    },
    subscribe(listener) {
      const entry = { call: listener };
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },
  };
}
