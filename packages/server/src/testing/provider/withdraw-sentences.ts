import type { BillingOrder, BillingSubject } from '../../ports/billing-provider.ts';
import { expectRefusal, expectSame } from '../store/expectations.ts';
import type { CompanyHarness, ProviderHarness } from './provider-harness.ts';
import { aCommand, expectConsistent, expectThat, stored, type ProviderSentence } from './provider-sentence.ts';

/** What every provider promises about undoing a purchase, whether it asks a company or nobody. */
export const withdrawSentences: readonly ProviderSentence<ProviderHarness>[] = [
  {
    sentence: 'withdrawing ends at once, with the money on its way back and nothing to renew (EU-11a-3-confirm)',
    holds: async ({ provider, now, renewing }) => {
      const subject = await renewing();
      const { facts } = await provider.withdraw(subject, aCommand(now));
      expectConsistent(facts);
      expectSame([facts.renewal, facts.payment], ['off', 'refunded']);
      expectThat(Math.abs(Date.parse(facts.endedAt ?? '') - now().getTime()) < 60_000, 'it ends now');
      expectSame(facts.startsAt, subject.facts.startsAt);
      expectSame(await provider.read(stored(subject, { facts }), now()), facts);
    },
  },
  {
    sentence: 'withdrawing twice confirms the first, unchanged (XO1)',
    holds: async ({ provider, now, renewing }) => {
      const subject = await renewing();
      const once = await provider.withdraw(subject, aCommand(now));
      const twice = await provider.withdraw(stored(subject, once), aCommand(now, 'intent-2'));
      expectSame(twice.facts, once.facts);
    },
  },
  {
    sentence: 'what was canceled can still be withdrawn from: the two are different acts',
    holds: async ({ provider, now, renewing }) => {
      const subject = await renewing();
      const off = await provider.cancelRenewal(subject, aCommand(now));
      const { facts } = await provider.withdraw(stored(subject, off), aCommand(now, 'intent-2'));
      expectConsistent(facts);
      expectSame([facts.renewal, facts.payment], ['off', 'refunded']);
      expectThat(facts.endedAt !== null, 'it is over');
    },
  },
  {
    sentence: 'what was withdrawn from cannot be resumed, and says so',
    holds: async ({ provider, now, renewing }) => {
      const subject = await renewing();
      const gone = stored(subject, await provider.withdraw(subject, aCommand(now)));
      await expectRefusal('membership_ended', provider.resumeRenewal(gone, aCommand(now, 'intent-2')));
    },
  },
  {
    sentence: 'one that was ended with its money kept is not withdrawn from, and says so',
    holds: async ({ provider, now, ended }) => {
      const subject = await ended();
      await expectRefusal('membership_ended', provider.withdraw(subject, aCommand(now)));
      expectSame((await provider.read(subject, now())).payment, subject.facts.payment);
    },
  },
];

/** The newest charge, and what of it is not lost on its way back. */
async function newestOf({ provider }: CompanyHarness, subject: BillingSubject) {
  const [newest] = await provider.orders(subject);
  if (newest === undefined) throw new Error('the harness has a subscription without charges');
  return { newest, back: backOf(newest), times: newest.refunds.length };
}

function backOf({ refunds }: BillingOrder): number {
  return refunds.filter(({ status }) => status !== 'failed').reduce((sum, { amount }) => sum + amount, 0);
}

/** What a provider that asks a company promises beside. */
export const companyWithdrawSentences: readonly ProviderSentence<CompanyHarness>[] = [
  {
    sentence: 'the newest charge goes back in full and once, however often it is asked, and no other (EU-13-refund, XO2)',
    holds: async (harness) => {
      const { provider, now, renewing, willCharge, writesOf } = harness;
      const subject = await renewing();
      const done = await provider.withdraw(subject, aCommand(now));
      const writes = writesOf(subject);
      for (let time = 0; time < 3; time += 1) await provider.withdraw(stored(subject, done), aCommand(now));
      await provider.withdraw(stored(subject, done), aCommand(now, 'intent-2'));
      const { newest, back, times } = await newestOf(harness, subject);
      expectThat(newest.amount > 0, 'the newest charge was paid');
      expectSame([back, times], [newest.amount, 1]);
      expectSame([willCharge(subject), writesOf(subject)], [false, writes]);
      const older = (await provider.orders(subject)).slice(1);
      expectSame(older.flatMap(({ refunds }) => refunds), []);
    },
  },
  {
    sentence: "a confirmation of a withdrawal carries the company's reference of the money (XO6)",
    holds: async (harness) => {
      const subject = await harness.renewing();
      const { reference } = await harness.provider.withdraw(subject, aCommand(harness.now));
      const { newest } = await newestOf(harness, subject);
      expectSame(reference, newest.refunds[0]?.reference ?? 'a reference');
    },
  },
  {
    sentence: 'a withdrawal from a subscription that the company does not have is missing (XO5)',
    holds: async ({ provider, now, missing }) => {
      for (const subject of [missing(), { ...missing(), reference: null }, { ...missing(), reference: '../account' }]) {
        await expectRefusal('subscription_missing', provider.withdraw(subject, aCommand(now)));
      }
    },
  },
  {
    sentence: 'what the company will not give back is refused, and nothing has changed',
    holds: async (harness) => {
      const { provider, now, renewing, disputeNewest, willCharge, writesOf } = harness;
      const subject = await renewing();
      disputeNewest(subject);
      await expectRefusal('provider_refused', provider.withdraw(subject, aCommand(now)));
      expectSame([willCharge(subject), writesOf(subject)], [true, 0]);
      expectSame((await provider.read(subject, now())).endedAt, null);
    },
  },
  {
    sentence: 'a company that cannot be reached is unavailable for a withdrawal, and nothing has changed (DU5)',
    holds: async ({ provider, now, renewing, loseNext, writesOf, willCharge }) => {
      const subject = await renewing();
      for (const on of ['read', 'write'] as const) {
        loseNext('request', on);
        await expectRefusal('provider_unavailable', provider.withdraw(subject, aCommand(now)));
      }
      expectSame([willCharge(subject), writesOf(subject)], [true, 0]);
    },
  },
  {
    sentence: 'a reply that is lost gives nothing back twice: what was done is found by reading (XO4)',
    holds: async (harness) => {
      const { provider, now, renewing, loseNext, willCharge } = harness;
      const subject = await renewing();
      // Of the refund, and then of the end.
      for (let time = 0; time < 2; time += 1) {
        loseNext('reply', 'write');
        await expectRefusal('provider_unavailable', provider.withdraw(subject, aCommand(now)));
      }
      const read = await provider.read(subject, now());
      expectSame([read.payment, read.endedAt !== null], ['refunded', true]);
      const { facts } = await provider.withdraw(subject, aCommand(now));
      const { newest, back, times } = await newestOf(harness, subject);
      expectSame([facts.payment, back, times, willCharge(subject)], ['refunded', newest.amount, 1, false]);
    },
  },
];
