import type { Store } from '../../ports/store.ts';
import { eventSentences } from './event-sentences.ts';
import { filedSentences } from './filed-sentences.ts';
import { intentSentences } from './intent-sentences.ts';
import { memberSentences } from './member-sentences.ts';
import { membershipSentences } from './membership-sentences.ts';
import { noticeSentences } from './notice-sentences.ts';
import { outboxSentences } from './outbox-sentences.ts';
import { readSentences } from './read-sentences.ts';
import { receiptSentences } from './receipt-sentences.ts';
import type { StoreSentence } from './store-sentence.ts';
import { transactionSentences } from './transaction-sentences.ts';
import { useSentences } from './use-sentences.ts';
import { verificationSentences } from './verification-sentences.ts';

/** The store to try, and the test runner to try it with. */
export interface StoreContractSuiteOptions {
  /** Stands before every title. */
  readonly name: string;
  /** Opens an empty store; called once per test, which closes it. */
  readonly open: () => Promise<Store>;
  /** `test` of `node:test`, `it` of Mocha, Jest or Vitest, or anything else that takes a title and a function. */
  readonly test: (title: string, run: () => Promise<void>) => unknown;
}

const sentences: readonly StoreSentence[] = [
  ...memberSentences,
  ...membershipSentences,
  ...intentSentences,
  ...verificationSentences,
  ...receiptSentences,
  ...outboxSentences,
  ...eventSentences,
  ...useSentences,
  ...noticeSentences,
  ...filedSentences,
  ...readSentences,
  ...transactionSentences,
];

/**
 * Registers a test for each sentence every store keeps to. A third party's store is right when all of them pass; that
 * it survives the loss of the process is for its own tests to show.
 */
export function storeContractSuite({ name, open, test }: StoreContractSuiteOptions): void {
  for (const { sentence, holds } of sentences) {
    test(`${name}: ${sentence}`, async () => {
      const store = await open();
      try {
        await holds(store);
      } finally {
        await store.close();
      }
    });
  }
}
