import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { periodEnds, type PeriodFacts } from '../../src/calendar/period-end.ts';

type Unit = 'day' | 'week' | 'month' | 'year';

function facts(startsAt: string, periodStartsAt: string, periodEndsAt: string, unit: Unit, count = 1): PeriodFacts {
  return { startsAt, periodStartsAt, periodEndsAt, price: { amount: 100, currency: 'EUR', interval: { unit, count } } };
}

function nextEnds(of: PeriodFacts, timeZone: string, howMany: number): string[] {
  const ends = periodEnds(of, timeZone);
  assert.ok(ends);
  return Array.from({ length: howMany }, (_, index) => ends.endOf(index + 1));
}

/** Moves on one period at a time, keeping only what facts keep. */
function walk(of: PeriodFacts, timeZone: string, steps: number): string[] {
  const ends: string[] = [];
  let now = of;
  for (let step = 0; step < steps; step += 1) {
    const [periodEndsAt] = nextEnds(now, timeZone, 1);
    assert.ok(now.periodEndsAt !== null && periodEndsAt !== undefined);
    now = { ...now, periodStartsAt: now.periodEndsAt, periodEndsAt };
    ends.push(periodEndsAt);
  }
  return ends;
}

describe('the ends of later periods', () => {
  it('come back to the 31st after February, however many steps they are asked in', () => {
    const january = facts('2026-12-31T00:00:00Z', '2026-12-31T00:00:00Z', '2027-01-31T00:00:00Z', 'month');
    const expected = ['2027-02-28T00:00:00Z', '2027-03-31T00:00:00Z', '2027-04-30T00:00:00Z'];
    assert.deepEqual(nextEnds(january, 'UTC', 3), expected);
    assert.deepEqual(walk(january, 'UTC', 3), expected);
  });

  it('keep the 31st for quarters that end in short months only', () => {
    const august = facts('2026-08-31T00:00:00Z', '2026-08-31T00:00:00Z', '2026-11-30T00:00:00Z', 'month', 3);
    const expected = ['2027-02-28T00:00:00Z', '2027-05-31T00:00:00Z', '2027-08-31T00:00:00Z'];
    assert.deepEqual(nextEnds(august, 'UTC', 3), expected);
    assert.deepEqual(walk(august, 'UTC', 3), expected);
  });

  it('stay at the end of the month for periods written as 00:00:00 to 23:59:59', () => {
    const march = facts('2027-02-28T16:00:00Z', '2027-02-28T16:00:00Z', '2027-03-31T15:59:59Z', 'month');
    const expected = ['2027-04-30T15:59:59Z', '2027-05-31T15:59:59Z', '2027-06-30T15:59:59Z'];
    assert.deepEqual(nextEnds(march, 'Asia/Shanghai', 3), expected);
    assert.deepEqual(walk(march, 'Asia/Shanghai', 3), expected);
  });

  it('of a membership that covers April are followed by all of May', () => {
    const april = facts('2027-03-31T16:00:00Z', '2027-03-31T16:00:00Z', '2027-04-30T15:59:59Z', 'month');
    assert.deepEqual(nextEnds(april, 'Asia/Shanghai', 1), ['2027-05-31T15:59:59Z']);
    const joinedLater = { ...april, startsAt: '2027-04-12T01:00:00Z', periodStartsAt: '2027-04-12T01:00:00Z' };
    assert.deepEqual(nextEnds(joinedLater, 'Asia/Shanghai', 1), ['2027-05-31T15:59:59Z']);
  });

  it('count from the end of a trial, not from its beginning', () => {
    const trial = facts('2027-01-17T09:00:00Z', '2027-01-17T09:00:00Z', '2027-01-31T09:00:00Z', 'month');
    assert.deepEqual(walk(trial, 'UTC', 3), ['2027-02-28T09:00:00Z', '2027-03-31T09:00:00Z', '2027-04-30T09:00:00Z']);
  });

  it('follow the newest anchor when the periods were moved after the start', () => {
    const moved = facts('2026-12-31T00:00:00Z', '2027-01-28T00:00:00Z', '2027-02-28T00:00:00Z', 'month');
    assert.deepEqual(nextEnds(moved, 'UTC', 2), ['2027-03-28T00:00:00Z', '2027-04-28T00:00:00Z']);
  });

  it('keep the wall clock over DST nights', () => {
    const berlin = facts('2027-02-28T01:30:00Z', '2027-02-28T01:30:00Z', '2027-03-28T01:30:00Z', 'month');
    assert.deepEqual(walk(berlin, 'Europe/Berlin', 2), ['2027-04-28T00:30:00Z', '2027-05-28T00:30:00Z']);
  });

  it('are unknown without an end or an interval', () => {
    const monthly = facts('2027-01-01T00:00:00Z', '2027-01-01T00:00:00Z', '2027-02-01T00:00:00Z', 'month');
    assert.equal(periodEnds({ ...monthly, periodEndsAt: null }, 'UTC'), null);
    assert.equal(periodEnds({ ...monthly, price: null }, 'UTC'), null);
    assert.equal(periodEnds({ ...monthly, price: { amount: 1, currency: 'EUR', interval: null } }, 'UTC'), null);
  });
});

describe('a period that ends at 23:59:59 before a midnight that does not exist (TZ2)', () => {
  it('is followed by one that ends at 23:59:59 of the next month', () => {
    const havana = facts('2027-02-14T05:00:00Z', '2027-02-14T05:00:00Z', '2027-03-14T04:59:59Z', 'month');
    assert.deepEqual(nextEnds(havana, 'America/Havana', 1), ['2027-04-14T03:59:59Z']);
  });
});

describe('how many periods have ended', () => {
  const monthly = facts('2026-12-31T00:00:00Z', '2026-12-31T00:00:00Z', '2027-01-31T00:00:00Z', 'month');
  const table: ReadonlyArray<readonly [string, number]> = [
    ['2027-01-30T23:59:59Z', 0],
    ['2027-01-31T00:00:00Z', 1],
    ['2027-02-27T23:59:59Z', 1],
    ['2027-02-28T00:00:00Z', 2],
    ['2027-03-30T23:59:59Z', 2],
    ['2027-03-31T00:00:00Z', 3],
    ['2028-01-31T00:00:00Z', 13],
  ];
  for (const [now, ended] of table) {
    it(`is ${ended} at ${now}`, () => assert.equal(periodEnds(monthly, 'UTC')?.endedBy(new Date(now)), ended));
  }

  it('agrees with the ends themselves for every unit, zone and moment tried', () => {
    for (const unit of ['day', 'week', 'month', 'year'] as const) {
      for (const count of [1, 2, 5]) {
        for (const zone of ['Pacific/Pago_Pago', 'America/Havana', 'Asia/Kathmandu', 'Pacific/Kiritimati']) {
          for (const end of ['2027-01-31T03:59:59Z', '2027-03-14T04:30:00Z', '2028-02-29T18:15:00Z']) {
            const ends = periodEnds(facts('2025-06-01T00:00:00Z', '2026-01-01T00:00:00Z', end, unit, count), zone);
            assert.ok(ends);
            for (const index of [0, 1, 7, 40]) {
              const at = Date.parse(ends.endOf(index));
              assert.equal(ends.endedBy(new Date(at)), index + 1, `${unit} ${count} ${zone} ${end} ${index}`);
              assert.equal(ends.endedBy(new Date(at - 1)), index, `${unit} ${count} ${zone} ${end} ${index}`);
            }
          }
        }
      }
    }
  });
});
