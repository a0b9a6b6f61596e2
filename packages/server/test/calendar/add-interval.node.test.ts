import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addInterval } from '../../src/calendar/add-interval.ts';
import { zoneTable } from './zone-table.ts';

const month = { unit: 'month', count: 1 } as const;
const year = { unit: 'year', count: 1 } as const;
const day = { unit: 'day', count: 1 } as const;

describe('a membership of the 31st (P5, TZ2)', () => {
  for (const [zone, , , january, leapDay] of zoneTable) {
    it(`is charged on 29 February 2028 in ${zone}, and on the 31st again in March`, () => {
      assert.equal(addInterval(january, month, 1, zone), leapDay);
      const march = addInterval(january, month, 2, zone);
      assert.equal(addInterval(leapDay, month, 1, zone, january), march);
      assert.equal(addInterval(march, month, -1, zone, january), leapDay);
    });
  }

  it('never drifts through short months', () => {
    const days = [1, 2, 3, 4, 5, 12, 13].map((n) => addInterval('2027-01-31T12:00:00Z', month, n, 'UTC').slice(0, 10));
    assert.deepEqual(days, [
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
      '2027-05-31',
      '2027-06-30',
      '2028-01-31',
      '2028-02-29',
    ]);
  });
});

describe('a yearly membership', () => {
  it('of 29 February ends on the 28th until the next leap year (TZ2)', () => {
    const ends = [1, 2, 3, 4].map((n) => addInterval('2028-02-29T00:00:00Z', year, n, 'UTC').slice(0, 10));
    assert.deepEqual(ends, ['2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29']);
    assert.equal(addInterval('2031-02-28T00:00:00Z', year, 1, 'UTC', '2028-02-29T00:00:00Z'), '2032-02-29T00:00:00Z');
  });

  it('that ends with the year in Shanghai ends with the next year there', () => {
    assert.equal(addInterval('2026-12-31T16:00:00Z', year, 1, 'Asia/Shanghai'), '2027-12-31T16:00:00Z');
  });

  it('crosses 2038 (TZ2)', () => {
    assert.equal(addInterval('2037-01-19T03:14:08Z', year, 1, 'UTC'), '2038-01-19T03:14:08Z');
  });

  it('is never later than an instant can be written', () => {
    assert.equal(addInterval('9999-01-01T05:00:00Z', year, 1, 'Pacific/Pago_Pago'), '9999-12-31T23:59:59Z');
    assert.equal(addInterval('9998-06-01T05:00:00Z', year, 1, 'Pacific/Pago_Pago'), '9999-06-01T05:00:00Z');
    for (const count of [9_000, 2 ** 53]) {
      for (const unit of ['year', 'week'] as const) {
        const end = addInterval('2026-01-01T00:00:00Z', { unit, count }, 1000, 'UTC');
        assert.equal(end, '9999-12-31T23:59:59Z');
      }
    }
  });
});

describe('the time of day over a DST change (TZ2)', () => {
  const nights: ReadonlyArray<readonly [string, string, number, string, string]> = [
    ['2027-03-13T07:30:00Z', 'America/New_York', 1, '2027-03-14T07:30:00Z', '02:30 does not exist, 03:30 does'],
    ['2027-03-13T07:30:00Z', 'America/New_York', 2, '2027-03-15T06:30:00Z', 'the day after it is 02:30 again'],
    ['2027-11-06T05:30:00Z', 'America/New_York', 1, '2027-11-07T05:30:00Z', '01:30 comes twice, the first counts'],
    ['2027-11-06T05:30:00Z', 'America/New_York', 2, '2027-11-08T06:30:00Z', 'the day after it is 01:30 in winter'],
    ['2027-03-27T01:30:00Z', 'Europe/Berlin', 1, '2027-03-28T01:30:00Z', '02:30 does not exist, 03:30 does'],
    ['2027-10-30T00:30:00Z', 'Europe/Berlin', 1, '2027-10-31T00:30:00Z', '02:30 comes twice, the first counts'],
    ['2027-10-01T15:45:00Z', 'Australia/Lord_Howe', 1, '2027-10-02T15:45:00Z', '02:15 does not exist, 02:45 does'],
    ['2027-03-13T05:00:00Z', 'America/Havana', 1, '2027-03-14T05:00:00Z', 'midnight does not exist, one does'],
    ['2011-12-29T22:00:00Z', 'Pacific/Apia', 1, '2011-12-30T22:00:00Z', 'the 30th does not exist, the 31st does'],
    ['2011-12-29T22:00:00Z', 'Pacific/Apia', 2, '2011-12-30T22:00:00Z', 'the 31st'],
  ];
  for (const [from, zone, times, to, why] of nights) {
    it(`${zone}, ${times} day(s) after ${from}: ${why}`, () => assert.equal(addInterval(from, day, times, zone), to));
  }

  it('stays the anchor’s after a night that moved it', () => {
    const moved = addInterval('2027-03-13T07:30:00Z', day, 1, 'America/New_York');
    const next = addInterval(moved, day, 1, 'America/New_York', '2027-03-13T07:30:00Z');
    assert.equal(next, '2027-03-15T06:30:00Z');
  });

  it('is kept to the millisecond, before 1970 too', () => {
    assert.equal(addInterval('2027-01-15T17:00:00.250Z', month, 1, 'UTC'), '2027-02-15T17:00:00.250Z');
    assert.equal(addInterval('1969-01-15T17:00:00.250Z', month, 1, 'UTC'), '1969-02-15T17:00:00.250Z');
  });

  it('is kept by months and years too', () => {
    assert.equal(addInterval('2027-02-14T07:30:00Z', month, 1, 'America/New_York'), '2027-03-14T07:30:00Z');
    const noonInWinter = '2027-01-15T17:00:00Z';
    const halfYear = { unit: 'month', count: 6 } as const;
    assert.equal(addInterval(noonInWinter, halfYear, 1, 'America/New_York'), '2027-07-15T16:00:00Z');
    const weeks = { unit: 'week', count: 26 } as const;
    assert.equal(addInterval(noonInWinter, weeks, 1, 'America/New_York'), '2027-07-16T16:00:00Z');
  });
});
