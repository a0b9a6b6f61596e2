import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { roundToEndOfDay } from '../../src/calendar/end-of-day.ts';
import { hasPassed } from '../../src/calendar/has-passed.ts';
import { formatInstant } from '../../src/calendar/instant.ts';

const rounded = (instant: string, timeZone: string): string =>
  formatInstant(new Date(roundToEndOfDay(Date.parse(instant), timeZone)));

describe('an end within the last minute of a day', () => {
  const table: ReadonlyArray<readonly [string, string, string]> = [
    ['2026-12-31T15:59:59Z', '2026-12-31T16:00:00Z', '23:59:59 means midnight'],
    ['2026-12-31T15:59:00Z', '2026-12-31T16:00:00Z', '23:59 means midnight'],
    ['2026-12-31T15:58:59Z', '2026-12-31T15:58:59Z', '23:58:59 means itself'],
    ['2026-12-31T16:00:00Z', '2026-12-31T16:00:00Z', 'midnight is midnight'],
    ['2026-12-31T16:00:30Z', '2026-12-31T16:00:30Z', 'half a minute later is later'],
    ['2026-12-31T04:00:00Z', '2026-12-31T04:00:00Z', 'noon is noon'],
  ];
  for (const [end, meant, why] of table) {
    it(`in Shanghai: ${why}`, () => assert.equal(rounded(end, 'Asia/Shanghai'), meant));
  }

  it('means the first moment of the next day where midnight does not exist (TZ2)', () => {
    assert.equal(rounded('2027-03-14T04:59:59Z', 'America/Havana'), '2027-03-14T05:00:00Z');
  });
});

describe('an instant', () => {
  const noon = new Date('2026-06-15T12:00:00Z');

  it('has passed from that very moment on, and not before', () => {
    assert.equal(hasPassed('2026-06-15T12:00:00Z', noon), true);
    assert.equal(hasPassed('2026-06-15T11:59:59Z', noon), true);
    assert.equal(hasPassed('2026-06-15T12:00:00.001Z', noon), false);
  });

  it('that is not known has not passed', () => assert.equal(hasPassed(null, noon), false));
});
