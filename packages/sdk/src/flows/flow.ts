/** What every flow is: an immutable snapshot, and a way to hear of the next one. */
export interface Flow<State extends { readonly status: string }> {
  /** The present state; a new object with every change. */
  readonly state: State;
  /** Calls `listener` after every change until the returned function is called. */
  subscribe(listener: (state: State) => void): () => void;
}
