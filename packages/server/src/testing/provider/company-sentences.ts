import { expectRefusal, expectSame } from '../store/expectations.ts';
import type { CompanyHarness } from './provider-harness.ts';
import { aCommand, expectConsistent, expectThat, stored, type ProviderSentence } from './provider-sentence.ts';

/** What a provider that asks a company promises beside. */
export const companySentences: readonly ProviderSentence<CompanyHarness>[] = [
  {
    sentence: 'the company itself stops charging, by one write however often it is asked (XO2)',
    holds: async ({ provider, now, renewing, writesOf, willCharge }) => {
      const subject = await renewing();
      expectThat(willCharge(subject), 'it charges before');
      const off = await provider.cancelRenewal(subject, aCommand(now));
      for (let time = 0; time < 3; time += 1) await provider.cancelRenewal(stored(subject, off), aCommand(now));
      expectSame([willCharge(subject), writesOf(subject)], [false, 1]);
      await provider.resumeRenewal(stored(subject, off), aCommand(now, 'intent-2'));
      expectSame([willCharge(subject), writesOf(subject)], [true, 2]);
    },
  },
  {
    sentence: "a confirmation carries the company's reference (XO6)",
    holds: async ({ provider, now, renewing }) => {
      const { reference } = await provider.cancelRenewal(await renewing(), aCommand(now));
      expectThat(reference !== null && reference !== '', 'there is a reference');
    },
  },
  {
    sentence: 'what somebody canceled elsewhere is confirmed without a write, and can be taken back (XO5)',
    holds: async ({ provider, now, renewing, cancelElsewhere, writesOf, willCharge }) => {
      const subject = await renewing();
      cancelElsewhere(subject);
      const { facts } = await provider.cancelRenewal(subject, aCommand(now));
      expectSame([facts.renewal, writesOf(subject)], ['off', 0]);
      await provider.resumeRenewal(stored(subject, { facts }), aCommand(now, 'intent-2'));
      expectThat(willCharge(subject), 'it charges again');
    },
  },
  {
    sentence: 'a subscription that the company does not have is missing, for every question (XO5)',
    holds: async ({ provider, now, missing }) => {
      const subjects = [missing(), { ...missing(), reference: null }, { ...missing(), reference: '../account' }];
      for (const subject of subjects) {
        await expectRefusal('subscription_missing', provider.read(subject, now()));
        await expectRefusal('subscription_missing', provider.cancelRenewal(subject, aCommand(now)));
        await expectRefusal('subscription_missing', provider.resumeRenewal(subject, aCommand(now)));
      }
    },
  },
  {
    sentence: 'a company that cannot be reached is unavailable, and nothing has changed (DU5)',
    holds: async ({ provider, now, renewing, loseNext, writesOf, willCharge }) => {
      const subject = await renewing();
      loseNext('request', 'read');
      await expectRefusal('provider_unavailable', provider.read(subject, now()));
      loseNext('request', 'read');
      await expectRefusal('provider_unavailable', provider.cancelRenewal(subject, aCommand(now)));
      loseNext('request', 'write');
      await expectRefusal('provider_unavailable', provider.cancelRenewal(subject, aCommand(now)));
      expectSame([willCharge(subject), writesOf(subject)], [true, 0]);
    },
  },
  {
    sentence: 'a reply that is lost is never guessed: the error is told, a later read finds the change (XO4)',
    holds: async ({ provider, now, renewing, loseNext, writesOf }) => {
      const subject = await renewing();
      loseNext('reply', 'write');
      await expectRefusal('provider_unavailable', provider.cancelRenewal(subject, aCommand(now)));
      expectSame((await provider.read(subject, now())).renewal, 'off');
      const { facts } = await provider.cancelRenewal(subject, aCommand(now));
      expectSame([facts.renewal, writesOf(subject)], ['off', 1]);
    },
  },
  {
    sentence: 'words that the company adds later do not break a read',
    holds: async ({ provider, now, renewing, speakNewWords }) => {
      const subject = await renewing();
      speakNewWords();
      const facts = await provider.read(subject, now());
      expectConsistent(facts);
      expectSame([facts.renewal, facts.endedAt], ['on', null]);
    },
  },
  {
    sentence: 'its list of a customer and its read say the same',
    holds: async ({ provider, now, renewing, ended, customer }) => {
      const subjects = [await renewing(), await ended()];
      const listed = await provider.list(customer, now());
      for (const subject of subjects) {
        const found = listed.find(({ reference }) => reference === subject.reference);
        expectSame(found?.facts, await provider.read(subject, now()));
      }
    },
  },
  {
    sentence: 'charges are listed newest first, in minor units, with their period and refunds',
    holds: async ({ provider, renewing }) => {
      const orders = await provider.orders(await renewing());
      expectThat(orders.length >= 2, 'there are orders');
      for (const { amount, currency, createdAt, status, refunds } of orders) {
        expectThat(Number.isInteger(amount) && amount >= 0, 'money is in whole minor units');
        expectThat(
          /^[A-Z]{3}$/.test(currency) && createdAt.endsWith('Z'),
          'currency and instant are as the contract says',
        );
        expectThat(status !== 'refunded' || refunds.length > 0, 'what was refunded says by what');
      }
      const dates = orders.map(({ createdAt }) => Date.parse(createdAt));
      expectSame(
        dates,
        dates.toSorted((a, b) => b - a),
      );
    },
  },
];
