import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkWishes, type ProfileId, type ReminderKind } from '../src/index.ts';
import { ask, TODAY } from './ask.ts';

/** A rule, what it announces, the days it leaves from the first to the last, the shortest term it is about. */
type Window = readonly [ProfileId, string, ReminderKind, number, number, number | null];

const windows: readonly Window[] = [
  ['BASE', 'MC-long', 'renewal', 30, 7, 6],
  ['BASE', 'VISA-7d', 'trial_end', 30, 7, null],
  ['BASE', 'MC-trial', 'trial_end', 7, 3, null],
  ['FR', 'FR-L215-1-remind', 'renewal', 89, 31, null],
  ['CA', 'CA-17602-trial', 'trial_end', 21, 3, null],
  ['CA', 'CA-17602-annualterm', 'renewal', 45, 15, 12],
  ['CA', 'CA-17602-yearly', 'yearly', 60, 1, null],
  ['MN', 'MN-325G-yearly', 'yearly', 60, 1, null],
  ['CT', 'CT-42-yearly', 'yearly', 60, 1, null],
  ['MA', 'MA-38-notice', 'renewal', 30, 5, 2],
  ['CO', 'CO-remind', 'renewal', 40, 25, 12],
  ['US-DE', 'DEL-remind', 'renewal', 60, 30, 12],
  ['CN', 'CN-18-notice', 'renewal', 30, 5, null],
  ['CN', 'CN-18-notice', 'trial_end', 30, 5, null],
  ['CN', 'CN-price-each', 'each_charge', 5, 1, null],
  ['IN', 'IN-RBI-pre24', 'each_charge', 5, 1, null],
  ['UK', 'UK-258-remind', 'renewal', 30, 1, null],
  ['UK', 'UK-258-remind', 'trial_end', 30, 1, null],
];

const early = { prospective: ['UK-258-remind'] };

describe('the days that a rule leaves for a notice', () => {
  it('are those of the law or of the card scheme, and stay so whatever is planned within them', () => {
    for (const [profile, rule, kind, earliestDays, latestDays, minimumTermMonths] of windows) {
      const plan = { kind: 'recurring', termMonths: null, isTrial: kind === 'trial_end' } as const;
      const wishes = profile === 'UK' ? early : {};
      const [found, ...more] = ask(profile, { plan, wishes }).reminders.filter(
        (window) => window.rule === rule && window.kind === kind,
      );
      assert.deepEqual(more, [], rule);
      const { plannedDays, ...edges } = found ?? { plannedDays: null };
      assert.deepEqual(edges, { kind, rule, earliestDays, latestDays, minimumTermMonths }, rule);
      assert.notEqual(plannedDays, null, rule);
    }
  });

  it('include both edges for a day of the operator, and end there', () => {
    for (const [profile, rule, kind, earliest, latest] of windows) {
      if (kind !== 'renewal') continue;
      const isRefused = (day: number): boolean =>
        checkWishes(profile, { reminderDays: [day], ...(profile === 'UK' ? early : {}) }, TODAY).some(
          (fault) => fault.rule === rule,
        );
      assert.deepEqual([earliest, latest].map(isRefused), [false, false], rule);
      assert.equal(isRefused(earliest + 1), true, rule);
      if (latest > 1) assert.equal(isRefused(latest - 1), true, rule);
    }
  });

  it('leave our own notices some days as well, should one have to wait', () => {
    assert.deepEqual(
      ask('BASE').reminders.filter(({ rule }) => rule === null),
      [
        { kind: 'renewal', rule: null, earliestDays: 35, latestDays: 25, plannedDays: 30, minimumTermMonths: null },
        { kind: 'renewal', rule: null, earliestDays: 10, latestDays: 7, plannedDays: 8, minimumTermMonths: null },
      ],
    );
  });

  it('are for terms of that length and longer', () => {
    for (const [profile, rule, kind, , , months] of windows) {
      if (months === null) continue;
      const isAsked = (termMonths: number): boolean => {
        const plan = { kind: 'recurring', termMonths, isTrial: false } as const;
        return ask(profile, { plan }).reminders.some((window) => window.rule === rule && window.kind === kind);
      };
      assert.deepEqual([months - 1, months].map(isAsked), [false, true], rule);
    }
  });
});
