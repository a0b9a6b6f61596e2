import { en, formatDay, plain } from '@leavewell/locales';
import { renderMessage } from '@leavewell/locales/messages';
import ICAL from 'ical.js';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startServer } from '../handler/start-server.ts';
import { lineOfPage, withoutTags } from './canceled-member.ts';

/** From UTC-11 to UTC+14, with zones that change their clocks at midnight, by half an hour, or not at all. */
const zones = [
  'Pacific/Pago_Pago',
  'Pacific/Honolulu',
  'Pacific/Marquesas',
  'America/Anchorage',
  'America/Los_Angeles',
  'America/Chicago',
  'America/New_York',
  'America/Santiago',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Atlantic/Azores',
  'Africa/Casablanca',
  'UTC',
  'Europe/London',
  'Europe/Berlin',
  'Africa/Cairo',
  'Asia/Beirut',
  'Asia/Tehran',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
];

/** Month ends, 29 February, nights before and of clock changes somewhere in `zones`, and 2038; with the day after. */
const days: Readonly<Record<string, string>> = {
  '2026-01-31': '2026-02-01',
  '2026-02-28': '2026-03-01',
  '2026-03-08': '2026-03-09',
  '2026-03-28': '2026-03-29',
  '2026-03-29': '2026-03-30',
  '2026-04-04': '2026-04-05',
  '2026-04-23': '2026-04-24',
  '2026-04-30': '2026-05-01',
  '2026-09-05': '2026-09-06',
  '2026-10-03': '2026-10-04',
  '2026-10-24': '2026-10-25',
  '2026-10-31': '2026-11-01',
  '2026-11-01': '2026-11-02',
  '2026-12-31': '2027-01-01',
  '2028-02-29': '2028-03-01',
  '2038-01-19': '2038-01-20',
};

/** The first moment of `day` in `zone`, searched for on the zone's own clock and not computed. */
function firstMomentOf(day: string, zone: string): string {
  const clock = new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short' });
  let before = Date.parse(day) - 86_400_000;
  let after = Date.parse(day) + 86_400_000;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (clock.format(middle) < day) before = middle;
    else after = middle;
  }
  return new Date(after).toISOString().replace('.000Z', 'Z');
}

function eventOf(calendar: string): ICAL.Event {
  const event = new ICAL.Component(ICAL.parse(calendar)).getFirstSubcomponent('vevent');
  assert.ok(event);
  return new ICAL.Event(event);
}

describe('the last day is one day in answer, screen, text, page, calendar and mail (Q16, S63, TZ1, TZ2, P5)', () => {
  for (const timeZone of zones) {
    it(`in ${timeZone}`, async () => {
      const server = await startServer({ policy: { place: 'CN' } });
      server.clock.set('2026-01-10T12:00:00Z');
      const liWen = await server.member();
      for (const [day, next] of Object.entries(days)) {
        const periodEndsAt = firstMomentOf(next, timeZone);
        const id = `m-${day}`;
        await server.declare(id, { orderNumber: id, timeZone, facts: { periodEndsAt } });
        const { membership, receipt } = await liWen.ok('cancelRenewal', { id, key: `intent-${day}` });
        assert.deepEqual([membership.lastDay, receipt.lastDay, receipt.accessEndsAt], [day, day, periodEndsAt]);

        const read = async (accept: string, language = 'en') => {
          const headers = { accept, 'accept-language': language };
          return (await liWen.ask('getReceipt', { id: receipt.id, headers })).text;
        };
        const types = ['text/plain', 'text/html', 'text/calendar'];
        const [text, page, calendar] = await Promise.all(types.map((type) => read(type)));
        const end = plain(en['date.end'](receipt));
        const english = formatDay('en-GB', day);
        assert.ok(end.startsWith(`${english} at 24:00, `), end);
        assert.ok(text?.includes(`\nEnds: ${end}\nExact end (UTC): ${periodEndsAt}\n`), text);
        assert.equal(withoutTags(lineOfPage(page ?? '', 'accessUntil')), end);
        assert.ok(lineOfPage(page ?? '', 'accessUntil').startsWith(`<time datetime="${day}">`));
        assert.ok(plain(en['cancel.done.title']('Professional', receipt)).includes(english));

        const event = eventOf(calendar ?? '');
        assert.ok(event.startDate.isDate);
        assert.deepEqual([event.startDate.toString(), event.endDate.toString()], [day, next]);
        assert.ok(event.description.includes(`Ends: ${end}`));
        assert.ok(event.description.includes(periodEndsAt));
        for (const language of ['zh-CN', 'de', 'fr', 'ko']) {
          assert.ok((await read('text/plain', language)).includes(`${formatDay(language, day)}`), language);
        }
      }
      await server.outbox.runOnce();
      const mails = server.inbox.flatMap((message) => (message.kind === 'receipt' ? [message] : []));
      assert.equal(mails.length, Object.keys(days).length);
      for (const mail of mails) {
        const { text } = renderMessage(en, mail);
        assert.ok(text.includes(`\nEnds: ${formatDay('en-GB', mail.receipt.lastDay ?? '')} at 24:00, `), text);
      }
    });
  }
});
