import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayAfter, dayBefore } from '../../src/calendar/day-after.ts';
import { dayIn } from '../../src/calendar/day-in.ts';
import { formatInstant } from '../../src/calendar/instant.ts';
import { isTimeZone } from '../../src/calendar/is-time-zone.ts';
import { lastDayOf } from '../../src/calendar/last-day.ts';
import { startOfDay } from '../../src/calendar/start-of-day.ts';
import { zoneTable } from './zone-table.ts';

const startOf = (date: string, timeZone: string): string => formatInstant(startOfDay(date, timeZone));

describe('a member far from UTC sees days of their own zone (TZ1, P5)', () => {
  it('has 26 zones from UTC-11 to UTC+14 to look at', () => {
    assert.equal(new Set(zoneTable.map(([zone]) => zone)).size, 26);
  });

  for (const [zone, wall, lastDay, january, leapDay, after32Bits] of zoneTable) {
    it(`${zone}: the clock shows ${wall}, so the last full day is ${lastDay}`, () => {
      const year = wall.startsWith('01') ? '2027' : '2026';
      assert.equal(dayIn('2026-12-31T16:00:00Z', zone), `${year}-${wall.slice(0, 5)}`);
      assert.equal(lastDayOf('2026-12-31T16:00:00Z', zone), lastDay);
    });

    it(`${zone}: a month end, a leap day and 2038 begin where the zone's clocks say (TZ2)`, () => {
      assert.equal(startOf('2028-01-31', zone), january);
      assert.equal(startOf('2028-02-29', zone), leapDay);
      assert.equal(lastDayOf(leapDay, zone), '2028-02-28');
      assert.equal(dayIn('2038-01-19T03:14:08Z', zone), after32Bits);
    });
  }
});

describe('the last full day of access (P5)', () => {
  const inShanghai: ReadonlyArray<readonly [string, string, string]> = [
    ['2026-12-31T16:00:00Z', 'midnight', '2026-12-31'],
    ['2026-12-31T15:59:59Z', '23:59:59', '2026-12-31'],
    ['2026-12-31T15:59:00Z', '23:59', '2026-12-31'],
    ['2026-12-31T15:58:59Z', 'more than a minute before midnight', '2026-12-30'],
    ['2026-12-31T15:00:00Z', '23:00', '2026-12-30'],
    ['2026-12-31T20:00:00Z', '04:00 of the day after', '2026-12-31'],
    ['2027-01-01T15:59:59.999Z', 'the last millisecond of the day after', '2027-01-01'],
    ['2028-02-29T16:00:00Z', 'midnight after a leap day', '2028-02-29'],
    ['2027-02-28T16:00:00Z', 'midnight after a February of 28 days', '2027-02-28'],
  ];
  for (const [end, words, day] of inShanghai) {
    it(`is ${day} when access ends at ${words} in Shanghai`, () => assert.equal(lastDayOf(end, 'Asia/Shanghai'), day));
  }

  it('is right in zones of half and quarter hours', () => {
    assert.equal(lastDayOf('2026-12-31T18:30:00Z', 'Asia/Kolkata'), '2026-12-31');
    assert.equal(lastDayOf('2026-12-31T18:15:00Z', 'Asia/Kathmandu'), '2026-12-31');
    assert.equal(lastDayOf('2027-01-01T03:30:00Z', 'America/St_Johns'), '2026-12-31');
    assert.equal(lastDayOf('2027-01-01T03:28:00Z', 'America/St_Johns'), '2026-12-30');
  });

  it('is the 29th for an end on the 31st in Apia in 2011, where the 30th did not happen (TZ2)', () => {
    assert.equal(lastDayOf('2011-12-30T10:00:00Z', 'Pacific/Apia'), '2011-12-29');
    assert.equal(lastDayOf('2011-12-31T10:00:00Z', 'Pacific/Apia'), '2011-12-31');
  });

  it('is the day before when midnight itself is skipped or comes twice (TZ2)', () => {
    assert.equal(lastDayOf('2027-03-14T05:00:00Z', 'America/Havana'), '2027-03-13');
    assert.equal(lastDayOf('2027-11-07T04:00:00Z', 'America/Havana'), '2027-11-06');
    assert.equal(lastDayOf('2027-11-07T05:00:00Z', 'America/Havana'), '2027-11-06');
    // In Beirut 23:59:59 comes twice that night, and an hour of the day is still to come after the first.
    assert.equal(lastDayOf('2027-10-30T20:59:59Z', 'Asia/Beirut'), '2027-10-29');
    assert.equal(lastDayOf('2027-10-30T21:59:59Z', 'Asia/Beirut'), '2027-10-30');
  });

  it('can be written for an end that stands for "never"', () => {
    assert.equal(lastDayOf('9999-12-31T23:59:59Z', 'Asia/Shanghai'), '9999-12-31');
    assert.equal(lastDayOf('9999-12-31T23:59:59Z', 'UTC'), '9999-12-31');
  });
});

describe('the start of a day (TZ2)', () => {
  const nights: ReadonlyArray<readonly [string, string, string, string]> = [
    ['2027-03-14', 'America/New_York', '2027-03-14T05:00:00Z', 'DST begins at two, midnight is untouched'],
    ['2027-11-07', 'America/New_York', '2027-11-07T04:00:00Z', 'DST ends at two'],
    ['2027-11-08', 'America/New_York', '2027-11-08T05:00:00Z', 'the day after has the winter offset'],
    ['2027-03-14', 'America/Havana', '2027-03-14T05:00:00Z', 'midnight does not exist, the day begins at one'],
    ['2027-11-07', 'America/Havana', '2027-11-07T04:00:00Z', 'midnight comes twice, the first counts'],
    ['2027-03-28', 'Asia/Beirut', '2027-03-27T22:00:00Z', 'midnight does not exist'],
    ['2027-10-31', 'Asia/Beirut', '2027-10-30T22:00:00Z', 'the hour before midnight comes twice'],
    ['2027-09-05', 'America/Santiago', '2027-09-05T04:00:00Z', 'midnight does not exist'],
    ['2027-04-04', 'America/Santiago', '2027-04-04T04:00:00Z', 'the hour before midnight comes twice'],
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00Z', 'the day was skipped, the next one begins'],
    ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00Z', 'the day after the skipped one'],
    ['1919-03-31', 'America/Toronto', '1919-03-31T04:30:00Z', 'clocks went from 23:30 to 00:30'],
    ['2027-04-04', 'Australia/Lord_Howe', '2027-04-03T13:00:00Z', 'DST is half an hour'],
  ];
  for (const [date, zone, start, why] of nights) {
    it(`${date} in ${zone} is ${start}: ${why}`, () => assert.equal(startOf(date, zone), start));
  }

  it('is, in every zone that this runtime knows, the first moment of that day', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      for (const date of ['2027-01-01', '2027-03-28', '2027-04-04', '2027-10-31', '2028-02-29']) {
        const start = startOfDay(date, zone);
        assert.equal(dayIn(start, zone), date, zone);
        assert.equal(dayIn(new Date(start.getTime() - 1), zone), dayBefore(date), zone);
      }
    }
  });
});

describe('days of the calendar', () => {
  it('follow each other over month ends and leap days', () => {
    assert.equal(dayAfter('2026-12-31'), '2027-01-01');
    assert.equal(dayAfter('2028-02-28'), '2028-02-29');
    assert.equal(dayAfter('2027-02-28'), '2027-03-01');
    assert.equal(dayBefore('2028-03-01'), '2028-02-29');
    assert.equal(dayBefore('2027-01-01'), '2026-12-31');
    assert.equal(dayAfter('9999-12-31'), '9999-12-31');
  });

  it('keep four digits in years that some systems use for "no date"', () => {
    assert.equal(dayIn('0001-01-01T00:00:00Z', 'Asia/Shanghai'), '0001-01-01');
    assert.equal(dayIn('0001-01-01T00:00:00Z', 'America/New_York'), '0000-12-31');
    assert.equal(dayIn('9999-12-31T23:00:00Z', 'Asia/Shanghai'), '9999-12-31');
  });
});

describe('instants and zones', () => {
  it('are written without empty milliseconds', () => {
    assert.equal(formatInstant(new Date(Date.UTC(2026, 11, 31, 16))), '2026-12-31T16:00:00Z');
    assert.equal(formatInstant(new Date(Date.UTC(2026, 11, 31, 16, 0, 0, 5))), '2026-12-31T16:00:00.005Z');
  });

  it('are known by their IANA name only', () => {
    const zones = ['Asia/Shanghai', 'UTC', 'America/Argentina/Buenos_Aires'];
    assert.deepEqual(zones.filter(isTimeZone), zones);
    assert.deepEqual(['', '+08:00', 'Mars/Olympus', 'Asia/Shanghai ', '../etc'].filter(isTimeZone), []);
  });

  it('are refused when they are none', () => {
    assert.throws(() => dayIn('2026-12-31T16:00:00Z', 'Mars/Olympus'), RangeError);
    assert.throws(() => dayIn('2026-99-99T16:00:00Z', 'UTC'), RangeError);
  });
});
