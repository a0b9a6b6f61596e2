import type { Store } from '../../ports/store.ts';
import { expectRejection, expectSame } from './expectations.ts';
import type { StoreSentence } from './store-sentence.ts';

const first = '2026-11-02T08:00:00Z';

function note(store: Store, id: string, now = first, provider = 'stripe'): Promise<boolean> {
  return store.transaction((rows) => rows.noteWebhook(provider, id, now));
}

/** What a store promises about the notices of billing companies. */
export const noticeSentences: readonly StoreSentence[] = [
  {
    sentence: 'a notice is new once, for each billing company (WH2)',
    holds: async (store) => {
      expectSame(await note(store, 'notice-1'), true);
      expectSame(await note(store, 'notice-1'), false);
      expectSame(await note(store, 'notice-2'), true);
      expectSame(await note(store, 'notice-1', first, 'paddle'), true);
      expectSame(await note(store, 'notice-1', '2026-11-05T08:00:00Z'), false);
    },
  },
  {
    sentence: 'a notice is remembered for 30 days from the first time, and is new again then',
    holds: async (store) => {
      await note(store, 'notice-1');
      expectSame(await note(store, 'notice-1', '2026-12-02T07:59:59.999Z'), false);
      expectSame(await note(store, 'notice-1', '2026-12-02T08:00:00Z'), true);
      expectSame(await note(store, 'notice-1', '2026-12-31T08:00:00Z'), false);
    },
  },
  {
    sentence: 'a notice whose work was rejected is new the next time (WH2)',
    holds: async (store) => {
      await expectRejection(
        store.transaction(async (rows) => {
          await rows.noteWebhook('stripe', 'notice-1', first);
          throw new Error('given up');
        }),
      );
      expectSame(await note(store, 'notice-1'), true);
    },
  },
  {
    sentence: 'of 20 copies of a notice at once exactly one is new (WH2)',
    holds: async (store) => {
      const news = await Promise.all(Array.from({ length: 20 }, () => note(store, 'notice-1')));
      expectSame(news.filter((isNew) => isNew).length, 1);
    },
  },
];
