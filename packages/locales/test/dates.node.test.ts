import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayIn, daysBetween, formatDay, formatMoment, formatShortDay, zoneName } from '../src/index.ts';

const winter = '2026-12-09T01:13:00Z';
const summer = '2026-07-09T01:13:00Z';

describe('a date in words', () => {
  it('has the day, the month in letters, and the year', () => {
    assert.equal(formatDay('en-GB', '2026-12-31'), '31 December 2026');
    assert.equal(formatDay('en-US', '2026-12-31'), 'December 31, 2026');
    assert.equal(formatDay('zh-CN', '2026-12-31'), '2026年12月31日');
  });

  it('is never moved by a zone, in any language (TZ1)', () => {
    for (const day of ['2026-01-01', '2028-02-29', '2038-01-19']) {
      const [year, month, date] = day.split('-').map(Number);
      assert.equal(formatDay('zh-CN', day), `${year}年${month}月${date}日`);
    }
  });

  it('keeps the Gregorian year and Latin digits whatever the reader has set (TZ4)', () => {
    assert.equal(formatDay('en-GB-u-ca-buddhist-nu-thai', '2026-12-31'), '31 December 2026');
    assert.equal(formatMoment('zh-CN-u-nu-hanidec', winter, 'Asia/Shanghai'), '2026年12月9日 09:13');
  });

  it('is short in a narrow place, with the year where that is another one', () => {
    assert.equal(formatShortDay('en-GB', '2026-12-31', '2026-11-22T02:42:00Z'), '31 Dec');
    assert.equal(formatShortDay('en-GB', '2027-12-31', '2026-11-22'), '31 Dec 2027');
    assert.equal(formatShortDay('en-US', '2027-12-31', '2026-11-22'), 'Dec 31, 2027');
    assert.equal(formatShortDay('zh-CN', '2026-12-31', '2026-11-22'), '12月31日');
    assert.equal(formatShortDay('zh-CN', '2027-12-31', '2026-11-22'), '2027年12月31日');
  });

  it('of a moment shows the clock of the zone, with 00:13 for a quarter past midnight', () => {
    assert.equal(formatMoment('en-GB', '2026-11-22T02:42:00Z', 'Asia/Shanghai'), '22 Nov 2026, 10:42');
    assert.equal(formatMoment('zh-CN', '2026-11-22T02:42:00Z', 'Asia/Shanghai'), '2026年11月22日 10:42');
    assert.equal(formatMoment('en-US', '2026-11-21T16:13:00Z', 'Asia/Shanghai'), 'Nov 22, 2026, 00:13');
    assert.equal(formatMoment('en-GB', '2026-11-22T02:42:00Z', 'Pacific/Marquesas'), '21 Nov 2026, 17:12');
  });

  it('stays as it came when it is not a date, and never throws', () => {
    assert.equal(formatDay('en-GB', '2026-99-99'), '2026-99-99');
    assert.equal(formatMoment('en-GB', 'soon', 'Asia/Shanghai'), 'soon');
    assert.doesNotThrow(() => zoneName('zh-CN', 'Europe/Berlin', 'soon'));
  });
});

describe('days are counted on the calendar of the zone', () => {
  it('is another day on either side of midnight there', () => {
    assert.equal(dayIn('2026-12-31T15:59:59Z', 'Asia/Shanghai'), '2026-12-31');
    assert.equal(dayIn('2026-12-31T16:00:00Z', 'Asia/Shanghai'), '2027-01-01');
    assert.equal(dayIn('2026-12-31T16:00:00Z', 'Pacific/Pago_Pago'), '2026-12-31');
    assert.equal(dayIn('2026-12-31T10:00:00Z', 'Pacific/Kiritimati'), '2027-01-01');
  });

  it('counts a day of 23 or 25 hours as one (TZ2)', () => {
    assert.equal(daysBetween('2026-11-22', '2026-12-31'), 39);
    assert.equal(daysBetween('2026-03-28', '2026-03-30'), 2);
    assert.equal(daysBetween('2026-10-24', '2026-10-26'), 2);
    assert.equal(daysBetween('2028-02-28', '2028-03-01'), 2);
    assert.equal(daysBetween('2026-12-31', '2026-12-30'), -1);
  });
});

describe('a zone in words', () => {
  const english = (zone: string, instant = winter) => zoneName('en-GB', zone, instant);
  const chinese = (zone: string, instant = winter) => zoneName('zh-CN', zone, instant);

  it('is Beijing time under each of its names', () => {
    for (const zone of ['Asia/Shanghai', 'Asia/Chongqing', 'Asia/Chungking', 'Asia/Harbin', 'PRC', 'asia/shanghai']) {
      assert.equal(english(zone), 'Beijing time');
      assert.equal(chinese(zone), '北京时间');
    }
  });

  it('names the place and the offset of that day', () => {
    assert.equal(english('Europe/Berlin'), 'Berlin time (UTC+1)');
    assert.equal(english('Europe/Berlin', summer), 'Berlin time (UTC+2)');
    assert.equal(english('America/New_York', summer), 'New York time (UTC-4)');
    assert.equal(english('America/Argentina/Buenos_Aires'), 'Buenos Aires time (UTC-3)');
    assert.equal(english('Asia/Kolkata'), 'Kolkata time (UTC+5:30)');
    assert.equal(english('Pacific/Marquesas'), 'Marquesas time (UTC-9:30)');
    assert.equal(english('Pacific/Chatham'), 'Chatham time (UTC+13:45)');
    assert.equal(english('Europe/London'), 'London time (UTC)');
    assert.equal(chinese('Europe/Berlin'), '德国时间 UTC+1');
    assert.equal(chinese('America/New_York', summer), '纽约时间 UTC-4');
  });

  it('is only the offset where the zone has no place', () => {
    assert.equal(english('UTC'), 'UTC');
    assert.equal(english('Etc/GMT+5'), 'UTC-5');
    assert.equal(chinese('Etc/GMT+5'), 'UTC-5');
    assert.equal(english('EST'), 'UTC-5');
  });

  it('is UTC, like the clock beside it, where this machine does not know the zone', () => {
    assert.equal(english('Mars/Olympus'), 'UTC');
    assert.equal(chinese('not a zone'), 'UTC');
    assert.equal(formatMoment('en-GB', winter, 'Mars/Olympus'), '9 Dec 2026, 01:13');
  });

  it('is never a bare abbreviation', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      for (const name of [english(zone), chinese(zone)]) {
        assert.doesNotMatch(name.replace(/UTC|DumontDUrville/g, ''), /[A-Z]{2}/, `${zone}: ${name}`);
      }
    }
  });
});
