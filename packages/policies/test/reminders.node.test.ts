import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type PolicyQuestion, profileIds, type ProfileId, type ReminderWindow } from '../src/index.ts';
import { ask, plannedDays } from './ask.ts';

const DAY = 86_400_000;
const paid = { kind: 'recurring', termMonths: 12, isTrial: false } as const;
const onTrial = { kind: 'recurring', termMonths: 12, isTrial: true } as const;

function at(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** So many calendar months earlier, on the last day of a month that is too short. */
function monthsBefore(day: string, months: number): string {
  const date = new Date(at(day));
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1);
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months + 1, 0)).getUTCDate();
  return dayOf(first + (Math.min(date.getUTCDate(), length) - 1) * DAY);
}

/** Every day of a year with a short and of one with a long February, as the day of the charge. */
const deadlines = Array.from({ length: 731 }, (_, index) => dayOf(at('2027-01-01') + index * DAY));

function windowsOf(profile: ProfileId, plan: PolicyQuestion['plan']): readonly ReminderWindow[] {
  return ask(profile, { plan }).reminders;
}

describe('notices', () => {
  it('lie within their window with a day to spare at each edge, in every place (S69, P14)', () => {
    for (const profile of profileIds) {
      for (const window of [...windowsOf(profile, paid), ...windowsOf(profile, onTrial)]) {
        const { earliestDays, plannedDays: days, latestDays } = window;
        assert.ok(days < earliestDays && days > latestDays, `${profile} ${JSON.stringify(window)}`);
      }
    }
  });

  it('reach a French member over a month and under three before every day of the year (FR-L215-1)', () => {
    const [days = 0] = plannedDays(ask('FR'), 'FR-L215-1-remind');
    const margins = deadlines.map((deadline) => {
      const sent = at(deadline) - days * DAY;
      return {
        late: (at(monthsBefore(deadline, 1)) - sent) / DAY,
        early: (sent - at(monthsBefore(deadline, 3))) / DAY,
      };
    });
    assert.ok(margins.every(({ late, early }) => late >= 1 && early >= 1));
    assert.deepEqual([...new Set(margins.map(({ late }) => late))].toSorted(), [4, 5, 6, 7], 'months of 31 to 28 days');
  });

  it('would not, sent 30 days ahead: a month may have 31', () => {
    const sentLate = deadlines.filter((deadline) => at(deadline) - 30 * DAY > at(monthsBefore(deadline, 1)));
    assert.ok(sentLate.length > 0);
    const [window] = ask('FR').reminders.filter(({ rule }) => rule === 'FR-L215-1-remind');
    assert.equal(window?.latestDays, 31);
  });

  it('are never more than the year before and never on the day itself, at the end of every month', () => {
    const ends = ['2027-02-28', '2028-02-29', '2027-04-30', '2027-07-31'];
    for (const profile of profileIds) {
      for (const { plannedDays: days, earliestDays, latestDays } of windowsOf(profile, paid)) {
        for (const deadline of ends) {
          const sent = dayOf(at(deadline) - days * DAY);
          assert.ok(sent >= dayOf(at(deadline) - earliestDays * DAY), `${profile} ${deadline}`);
          assert.ok(sent <= dayOf(at(deadline) - latestDays * DAY), `${profile} ${deadline}`);
          assert.ok(sent > monthsBefore(deadline, 12) && sent < deadline, `${profile} ${deadline}`);
        }
      }
    }
  });

  it('come twice before a trial turns into a charge: the card schemes meet on one day (VISA-7d, MC-trial)', () => {
    const policy = ask('BASE', { plan: onTrial });
    assert.deepEqual(plannedDays(policy, 'VISA-7d'), [8]);
    assert.deepEqual(plannedDays(policy, 'MC-trial'), [6]);
  });

  it('come 7 to 30 days before a charge for half a year or more, and not for less (MC-long)', () => {
    const months = (termMonths: number): PolicyQuestion['plan'] => ({ kind: 'recurring', termMonths, isTrial: false });
    assert.deepEqual(plannedDays(ask('BASE', { plan: months(6) }), 'MC-long'), [8]);
    assert.deepEqual(plannedDays(ask('BASE', { plan: months(5) }), 'MC-long'), []);
  });

  it('keep every window where the term is unknown', () => {
    const unknown = { kind: 'recurring', termMonths: null, isTrial: false } as const;
    for (const profile of profileIds) {
      assert.deepEqual(windowsOf(profile, unknown), windowsOf(profile, { ...paid, termMonths: 120 }), profile);
    }
  });

  it('are for those who will be charged alone: none for what ends by itself or never ends', () => {
    for (const profile of profileIds) {
      for (const kind of ['fixed_term', 'lifetime'] as const) {
        assert.deepEqual(windowsOf(profile, { kind, termMonths: 12, isTrial: false }), [], profile);
      }
    }
  });

  it('tell of the end of a trial while it lasts, and of renewals after it', () => {
    for (const profile of profileIds) {
      assert.equal(windowsOf(profile, onTrial).some(({ kind }) => kind === 'renewal'), false, profile);
      assert.equal(windowsOf(profile, paid).some(({ kind }) => kind === 'trial_end'), false, profile);
    }
  });

  it('tell Chinese members of the end of a trial as of a renewal', () => {
    assert.deepEqual(plannedDays(ask('CN', { plan: onTrial }), 'CN-18-notice'), [6]);
  });
});

describe('notices on the days of the operator', () => {
  it('replace our own, and aim what a rule asks for at the nearest of them', () => {
    const { reminders } = ask('FR', { plan: paid, wishes: { reminderDays: [60, 33, 14] } });
    assert.deepEqual(
      reminders.map(({ rule, plannedDays: days }) => ({ rule, days })),
      [
        { rule: 'MC-long', days: 14 },
        { rule: 'FR-L215-1-remind', days: 33 },
        { rule: null, days: 60 },
      ],
    );
  });

  it('go out although the rule they would have served does not concern the plan', () => {
    const plan = { kind: 'recurring', termMonths: 1, isTrial: false } as const;
    const { reminders } = ask('BASE', { plan, wishes: { reminderDays: [8] } });
    assert.deepEqual(reminders, [
      { kind: 'renewal', rule: null, earliestDays: 8, latestDays: 8, plannedDays: 8, minimumTermMonths: null },
    ]);
  });

  it('leave trials, deductions and yearly notices as they are, and bring none to who is not charged', () => {
    const wishes = { reminderDays: [20, 10] };
    assert.deepEqual(ask('CN', { plan: onTrial, wishes }).reminders, windowsOf('CN', onTrial));
    assert.deepEqual(plannedDays(ask('CN', { plan: paid, wishes }), 'CN-price-each'), [2]);
    assert.deepEqual(ask('CN', { plan: { kind: 'lifetime', termMonths: null, isTrial: false }, wishes }).reminders, []);
  });
});
