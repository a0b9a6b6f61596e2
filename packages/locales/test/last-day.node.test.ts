import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ExpiryFacts, type Phrase, plain } from '../src/index.ts';
import { renderMessage } from '../src/messages.ts';
import { type AllTexts, en, zhCN } from './all-texts.ts';
import { membership } from './memberships.ts';
import { receipt } from './receipts.ts';

/** From UTC-11 to UTC+14, with zones that change their clocks at midnight, by half an hour, or not at all. */
const zones = [
  'Pacific/Pago_Pago',
  'Pacific/Honolulu',
  'Pacific/Marquesas',
  'America/Anchorage',
  'America/Los_Angeles',
  'America/Denver',
  'America/Chicago',
  'America/New_York',
  'America/Santiago',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Atlantic/Azores',
  'UTC',
  'Europe/London',
  'Europe/Berlin',
  'Africa/Cairo',
  'Asia/Beirut',
  'Asia/Tehran',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Shanghai',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
];

/** Month ends, 29 February, the nights before clocks change somewhere in `zones`, the night of them, and 2038. */
const days: readonly (readonly [day: string, next: string, english: string, chinese: string])[] = [
  ['2026-01-31', '2026-02-01', '31 January 2026', '2026年1月31日'],
  ['2026-02-28', '2026-03-01', '28 February 2026', '2026年2月28日'],
  ['2028-02-29', '2028-03-01', '29 February 2028', '2028年2月29日'],
  ['2026-03-07', '2026-03-08', '7 March 2026', '2026年3月7日'],
  ['2026-03-08', '2026-03-09', '8 March 2026', '2026年3月8日'],
  ['2026-03-28', '2026-03-29', '28 March 2026', '2026年3月28日'],
  ['2026-03-29', '2026-03-30', '29 March 2026', '2026年3月29日'],
  ['2026-04-04', '2026-04-05', '4 April 2026', '2026年4月4日'],
  ['2026-04-23', '2026-04-24', '23 April 2026', '2026年4月23日'],
  ['2026-04-30', '2026-05-01', '30 April 2026', '2026年4月30日'],
  ['2026-09-05', '2026-09-06', '5 September 2026', '2026年9月5日'],
  ['2026-10-03', '2026-10-04', '3 October 2026', '2026年10月3日'],
  ['2026-10-24', '2026-10-25', '24 October 2026', '2026年10月24日'],
  ['2026-10-29', '2026-10-30', '29 October 2026', '2026年10月29日'],
  ['2026-10-31', '2026-11-01', '31 October 2026', '2026年10月31日'],
  ['2026-11-01', '2026-11-02', '1 November 2026', '2026年11月1日'],
  ['2026-12-31', '2027-01-01', '31 December 2026', '2026年12月31日'],
  ['2038-01-19', '2038-01-20', '19 January 2038', '2038年1月19日'],
];

/** The first moment of `day` in `zone`, searched for on the zone's own clock and not computed. */
function firstMomentOf(day: string, zone: string): number {
  const clock = new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short' });
  let before = Date.parse(day) - 86_400_000;
  let after = Date.parse(day) + 86_400_000;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (clock.format(middle) < day) before = middle;
    else after = middle;
  }
  return after;
}

function endingAt(timeZone: string, lastDay: string, time: number): ExpiryFacts {
  return membership('ending', {
    timeZone,
    lastDay,
    accessEndsAt: new Date(time).toISOString(),
    asOf: '2025-12-20T12:00:00Z',
    startsAt: '2025-01-01T12:00:00Z',
    periodStartsAt: '2025-01-01T12:00:00Z',
    renewalOff: null,
  });
}

const dates = (phrase: Phrase) => phrase.flatMap((part) => (typeof part === 'string' ? [] : [part.iso]));

/** Everything an English or Chinese reader is told of one membership. */
function surfaces(catalog: AllTexts, facts: ExpiryFacts, next: string): Readonly<Record<string, string>> {
  const preview = { membership: facts, firstDayWithout: next, chargeStopped: facts.price };
  const { timeZone, accessEndsAt, lastDay } = facts;
  const sent = { ...receipt, timeZone, accessEndsAt, lastDay };
  const mail = renderMessage(catalog, { kind: 'receipt', channel: 'email', memberName: 'Li Wen', receipt: sent });
  return {
    headline: plain(catalog['expiry.headline'](facts)),
    detail: plain(catalog['expiry.detail'](facts)),
    dialog: plain(catalog['cancel.until.title'](preview)),
    done: plain(catalog['cancel.done.title']('Professional', sent)),
    row: plain(catalog['date.end'](sent)),
    resume: plain(catalog['resume.text'](facts)),
    timeline: catalog['timeline.summary'](facts),
    subject: mail.subject ?? '',
    mail: mail.text,
  };
}

describe('the last day is the same day on every surface (S38, TZ1, TZ2)', () => {
  for (const zone of zones) {
    it(`in ${zone}`, () => {
      for (const [day, next, english, chinese] of days) {
        const facts = endingAt(zone, day, firstMomentOf(next, zone));
        const [told, toldInChinese] = [surfaces(en, facts, next), surfaces(zhCN, facts, next)];
        for (const [surface, text] of Object.entries(told)) assert.ok(text.includes(english), `${surface}: ${text}`);
        for (const [surface, text] of Object.entries(toldInChinese)) {
          assert.ok(text.includes(chinese), `${surface}: ${text}`);
        }
        assert.match(told['detail'] ?? '', / at 24:00, /);
        assert.match(toldInChinese['mail'] ?? '', /日 24:00（.*），到期后将不再自动扣费。/);
        assert.deepEqual(dates(en['expiry.headline'](facts)), [day]);
        assert.deepEqual(dates(en['expiry.detail'](facts)), [day]);
        const preview = { membership: facts, firstDayWithout: next, chargeStopped: facts.price };
        assert.deepEqual(dates(en['cancel.from.title'](preview)), [next]);
      }
    });
  }

  it('also when it ends a second or a minute before midnight', () => {
    for (const zone of zones) {
      for (const [day, next, english] of days) {
        for (const early of [1_000, 60_000]) {
          const facts = endingAt(zone, day, firstMomentOf(next, zone) - early);
          const text = plain(en['date.end'](facts));
          assert.ok(text.startsWith(`${english} at 24:00, `), `${zone} ${facts.accessEndsAt}: ${text}`);
        }
      }
    }
  });

  it('also when it ends at 02:13 of the day after, where the moment is named beside it', () => {
    for (const zone of zones) {
      for (const [day, next, english] of days) {
        const facts = endingAt(zone, day, firstMomentOf(next, zone) + (2 * 60 + 13) * 60_000);
        assert.equal(plain(en['expiry.headline'](facts)), `Yours through ${english}`, `${zone} ${facts.accessEndsAt}`);
        assert.deepEqual(dates(en['expiry.detail'](facts)), [facts.accessEndsAt]);
        const preview = { membership: facts, firstDayWithout: next, chargeStopped: null };
        assert.equal(plain(en['cancel.until.title'](preview)), `Through ${english}`);
      }
    }
  });

  it('is printed as the server computed it, even where the reader could compute another one', () => {
    const facts = membership('ending', { lastDay: '2026-12-15', accessEndsAt: '2026-12-31T16:00:00Z' });
    assert.equal(plain(en['expiry.headline'](facts)), 'Yours through 15 December 2026');
  });
});
