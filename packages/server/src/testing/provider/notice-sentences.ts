import { expectRefusal, expectSame } from '../store/expectations.ts';
import type { CompanyHarness } from './provider-harness.ts';
import { expectThat, type ProviderSentence } from './provider-sentence.ts';

const MINUTE = 60_000;

function minutesAfter(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * MINUTE);
}

/** What a provider promises about notices. */
export const noticeSentences: readonly ProviderSentence<CompanyHarness>[] = [
  {
    sentence: 'a notice with the right signature says which subscription to ask about, the same on every delivery',
    holds: async ({ provider, now, renewing, noticeAbout }) => {
      const subject = await renewing();
      const { body, headers } = noticeAbout(subject);
      const first = await provider.notice(body, headers, now());
      expectThat(first.id !== '', 'it has an identifier');
      expectSame(first.references, [subject.reference ?? '']);
      expectSame(await provider.notice(body, headers, minutesAfter(now(), 4)), first);
    },
  },
  {
    sentence: 'a notice is checked byte for byte: one space more, or another body, is refused (WH1)',
    holds: async ({ provider, now, renewing, noticeAbout }) => {
      const { body, headers } = noticeAbout(await renewing());
      for (const other of [`${body} `, body.replace('"', '" '), body.toUpperCase(), '', '{}']) {
        await expectRefusal('webhook_invalid', provider.notice(other, headers, now()));
      }
    },
  },
  {
    sentence: 'a notice signed with another secret, or with an empty one, is refused (WH1)',
    holds: async ({ provider, now, renewing, noticeAbout, sign }) => {
      const { body } = noticeAbout(await renewing());
      for (const secret of ['another-secret', '', ' ', 'undefined', 'null']) {
        await expectRefusal('webhook_invalid', provider.notice(body, sign(body, secret, now()), now()));
      }
    },
  },
  {
    sentence: 'a notice older than five minutes by our clock is refused, whatever the real time is (WH1)',
    holds: async ({ provider, now, renewing, noticeAbout, sign, noticeSecret }) => {
      const { body } = noticeAbout(await renewing());
      const signedAt = (minutes: number): Headers => sign(body, noticeSecret, minutesAfter(now(), minutes));
      await provider.notice(body, signedAt(-5), now());
      await expectRefusal('webhook_invalid', provider.notice(body, signedAt(-5.1), now()));
      await expectRefusal('webhook_invalid', provider.notice(body, signedAt(0), minutesAfter(now(), 60 * 24 * 365)));
    },
  },
  {
    sentence: 'a notice without a signature, or with half of one, is refused (WH1)',
    holds: async ({ provider, now, renewing, noticeAbout }) => {
      const { body, headers } = noticeAbout(await renewing());
      await expectRefusal('webhook_invalid', provider.notice(body, new Headers(), now()));
      for (const [name, value] of headers) {
        for (const broken of [
          '',
          'x',
          value.slice(0, -1),
          value.replace(/\d/, 'x'),
          value.replace(/^[^,;]*[,;]/, ''),
        ]) {
          await expectRefusal('webhook_invalid', provider.notice(body, new Headers({ [name]: broken }), now()));
        }
      }
    },
  },
  {
    sentence: 'a signed notice that is no JSON is refused, and one about something else names no subscription',
    holds: async ({ provider, now, sign, noticeSecret }) => {
      for (const body of ['<html>', '[]', '"x"', 'null', '{}']) {
        await expectRefusal('webhook_invalid', provider.notice(body, sign(body, noticeSecret, now()), now()));
      }
      const other = JSON.stringify({ id: 'e1', event_id: 'e1', type: 'new.word', event_type: 'new.word', data: {} });
      const { references } = await provider.notice(other, sign(other, noticeSecret, now()), now());
      expectSame(references, []);
    },
  },
];
