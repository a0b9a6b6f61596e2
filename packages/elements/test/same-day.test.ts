import { expect } from '@open-wc/testing';
import { arrivingPage, type MemberPage } from './member-page.ts';

/** Zones from UTC-11 to UTC+14, with halves and quarters of an hour, and with DST in both halves of the year. */
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
  'Europe/London',
  'Europe/Berlin',
  'Africa/Cairo',
  'Asia/Beirut',
  'Asia/Tehran',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Adelaide',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
];

/** A month end, 29 February, and the nights in which DST begins and ends in Europe and in North America. */
const ends = [
  '2027-01-31T10:00:00Z',
  '2028-02-29T23:59:59Z',
  '2027-03-28T01:00:00Z',
  '2027-10-31T00:30:00Z',
  '2027-03-14T10:00:00Z',
  '2027-11-07T06:00:00Z',
];

const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** The days, for machines, that the text of a part carries. */
function daysIn(page: MemberPage, part: string): string[] {
  return [...page.part(part).querySelectorAll('time')].map(({ dateTime }) => dateTime);
}

async function pageOf(timeZone: string, periodEndsAt: string) {
  const now = new Date(Date.parse(periodEndsAt) - 40 * 86_400_000).toISOString();
  const page = await arrivingPage({ verification: false, memberships: [], now });
  await page.see('empty');
  const startsAt = '2026-01-01T00:00:00Z';
  await page.server.putMembership('m_pro', { timeZone, facts: { startsAt, periodStartsAt: startsAt, periodEndsAt } });
  await page.element.refresh();
  await page.see('card');
  page.cancel().now = page.now;
  return page;
}

describe('one day on every surface (S38, TZ1, TZ2, Q16)', () => {
  for (const [index, timeZone] of zones.entries()) {
    const chosen = [0, 1, 2].map((offset) => ends[(index + offset) % ends.length] ?? '');

    it(`in ${timeZone}: card, dialog, outcome, receipt and API`, async () => {
      for (const periodEndsAt of chosen) {
        const page = await pageOf(timeZone, periodEndsAt);
        const client = page.server.client();
        const { lastDay } = await client.getMembership('m_pro');
        const day = words.format(new Date(lastDay ?? ''));
        expect(page.part('expiry').innerText, periodEndsAt).to.contain(day);
        expect(daysIn(page, 'expiry')).to.deep.equal([lastDay]);

        await page.press('cancel-button');
        await page.see('confirm-button');
        expect(page.part('facts').innerText, periodEndsAt).to.contain(day);

        await page.press('confirm-button');
        await page.see('close-button');
        expect(page.part('heading').innerText, periodEndsAt).to.contain(day);

        const { receiptId } = await client.getMembership('m_pro');
        expect((await client.getReceipt(receiptId ?? '')).lastDay).to.equal(lastDay);
        page.element.remove();
      }
    });
  }
});
