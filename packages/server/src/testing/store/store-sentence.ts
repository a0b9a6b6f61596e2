import type { Store } from '../../ports/store.ts';

/** One thing every store keeps to: a sentence, and a check that throws when it is not so. */
export interface StoreSentence {
  readonly sentence: string;
  /** @param store - open and empty */
  readonly holds: (store: Store) => Promise<void>;
}
