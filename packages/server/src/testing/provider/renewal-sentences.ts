import { expectRefusal, expectSame } from '../store/expectations.ts';
import type { ProviderHarness } from './provider-harness.ts';
import { aCommand, expectConsistent, expectThat, stored, type ProviderSentence } from './provider-sentence.ts';

/** What every provider promises, whether it asks a company or nobody. */
export const renewalSentences: readonly ProviderSentence<ProviderHarness>[] = [
  {
    sentence: 'facts fit the contract: dates in order and in UTC, switches with who and when',
    holds: async ({ provider, now, renewing }) => {
      const subject = await renewing();
      const facts = await provider.read(subject, now());
      expectConsistent(facts);
      expectSame(facts, subject.facts);
      expectSame([facts.renewal, facts.endedAt], ['on', null]);
      expectConsistent(provider.current(subject, now()));
    },
  },
  {
    sentence: 'canceling switches renewal off and leaves the period as it is (S62, S63)',
    holds: async ({ provider, now, renewing }) => {
      const subject = await renewing();
      const { facts } = await provider.cancelRenewal(subject, aCommand(now));
      expectConsistent(facts);
      expectSame([facts.renewal, facts.endedAt], ['off', null]);
      const { periodStartsAt, periodEndsAt } = subject.facts;
      expectSame([facts.periodStartsAt, facts.periodEndsAt], [periodStartsAt, periodEndsAt]);
      expectSame(await provider.read(stored(subject, { facts }), now()), facts);
    },
  },
  {
    sentence: 'canceling twice confirms the first, unchanged (XO1)',
    holds: async ({ provider, now, renewing }) => {
      const subject = await renewing();
      const once = await provider.cancelRenewal(subject, aCommand(now));
      const twice = await provider.cancelRenewal(stored(subject, once), aCommand(now, 'intent-2'));
      expectSame(twice.facts, once.facts);
    },
  },
  {
    sentence: 'resuming takes a cancellation back, as if it had never been (XO1)',
    holds: async ({ provider, now, renewing }) => {
      const subject = await renewing();
      const off = await provider.cancelRenewal(subject, aCommand(now));
      const on = await provider.resumeRenewal(stored(subject, off), aCommand(now, 'intent-2'));
      expectConsistent(on.facts);
      expectSame(on.facts, subject.facts);
      expectSame(await provider.read(stored(subject, on), now()), subject.facts);
    },
  },
  {
    sentence: 'resuming what renews confirms it, unchanged (XO1)',
    holds: async ({ provider, now, renewing }) => {
      const subject = await renewing();
      expectSame((await provider.resumeRenewal(subject, aCommand(now))).facts, subject.facts);
    },
  },
  {
    sentence: 'any order of commands ends where the last one points (XO1)',
    holds: async ({ provider, now, renewing }) => {
      let subject = await renewing();
      for (const [turn, command] of [...'crccrrcrc'].entries()) {
        const send = command === 'c' ? provider.cancelRenewal : provider.resumeRenewal;
        subject = stored(subject, await send(subject, aCommand(now, `intent-${turn}`)));
        expectSame(subject.facts.renewal, command === 'c' ? 'off' : 'on');
        expectConsistent(subject.facts);
      }
    },
  },
  {
    sentence: 'what was ended can be neither canceled nor resumed, and says so',
    holds: async ({ provider, now, ended }) => {
      const subject = await ended();
      expectThat((await provider.read(subject, now())).endedAt !== null, 'it is read as ended');
      await expectRefusal('membership_ended', provider.cancelRenewal(subject, aCommand(now)));
      await expectRefusal('membership_ended', provider.resumeRenewal(subject, aCommand(now, 'intent-2')));
    },
  },
];
