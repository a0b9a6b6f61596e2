import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Membership, type BillingFacts } from '@leavewell/contract';
import { seen, someFacts } from './a-membership.ts';

const JUNE = '2026-06-15T00:00:00Z';
const END = '2026-12-31T16:00:00Z';
const LATER = '2027-01-10T00:00:00Z';
const off = { renewal: 'off', renewalOff: { by: 'member', at: '2026-06-01T00:00:00Z' } } as const;
const grace = { payment: 'past_due', graceEndsAt: '2027-01-14T16:00:00Z' } as const;
const oneOff = { kind: 'fixed_term', renewal: 'not_applicable' } as const;
const lifetime = { kind: 'lifetime', renewal: 'not_applicable', periodEndsAt: null } as const;

describe('the state that a member reads (S5, S19)', () => {
  const table: ReadonlyArray<readonly [string, Partial<BillingFacts>, string, string, string, string | null]> = [
    // what, facts, now, state, access, scheduled change
    ['renews on its day', {}, JUNE, 'renewing', 'granted', `renew ${END}`],
    ['renewal was switched off', off, JUNE, 'ending', 'granted', `end ${END}`],
    ['switched off, a second before the end', off, '2026-12-31T15:59:59Z', 'ending', 'granted', `end ${END}`],
    ['switched off, at the end', off, END, 'expired', 'ended', null],
    ['a trial', { payment: 'trial' }, JUNE, 'trialing', 'granted', `renew ${END}`],
    ['a trial that was canceled', { ...off, payment: 'trial' }, JUNE, 'ending', 'granted', `end ${END}`],
    [
      'starts next month',
      { startsAt: '2026-07-15T00:00:00Z' },
      JUNE,
      'upcoming',
      'pending',
      'start 2026-07-15T00:00:00Z',
    ],
    ['bought once', oneOff, JUNE, 'fixed_term', 'granted', `end ${END}`],
    ['bought once, at its end', oneOff, END, 'expired', 'ended', null],
    ['for a lifetime', lifetime, LATER, 'lifetime', 'granted', null],
    ['renewal is on and the company has not said a word yet', {}, LATER, 'renewing', 'granted', `renew ${END}`],
    ['a charge failed and days of grace run', grace, LATER, 'payment_problem', 'grace', 'end 2027-01-14T16:00:00Z'],
    ['a charge failed and the grace is over', grace, '2027-01-14T16:00:00Z', 'on_hold', 'suspended', null],
    ['a charge failed within the period', { payment: 'past_due' }, JUNE, 'payment_problem', 'granted', `end ${END}`],
    ['a charge failed, no grace, period over', { payment: 'past_due' }, LATER, 'on_hold', 'suspended', null],
    [
      'a charge failed, switched off, in grace',
      { ...grace, ...off },
      LATER,
      'payment_problem',
      'grace',
      'end 2027-01-14T16:00:00Z',
    ],
    [
      'a charge failed, switched off, grace over',
      { ...grace, ...off },
      '2027-01-15T00:00:00Z',
      'expired',
      'ended',
      null,
    ],
    ['a charge failed, switched off, no grace', { payment: 'past_due', ...off }, LATER, 'expired', 'ended', null],
    ['never paid', { payment: 'unpaid' }, JUNE, 'on_hold', 'suspended', `end ${END}`],
    ['never paid, period over', { payment: 'unpaid' }, LATER, 'on_hold', 'suspended', null],
    ['never paid and switched off, period over', { payment: 'unpaid', ...off }, LATER, 'expired', 'ended', null],
    ['a lifetime that was not paid', { ...lifetime, payment: 'unpaid' }, JUNE, 'on_hold', 'suspended', null],
    ['paused, within what is paid', { renewal: 'paused' }, JUNE, 'paused', 'granted', `pause ${END}`],
    [
      'paused, paid time used up',
      { renewal: 'paused', resumesAt: '2027-02-01T00:00:00Z' },
      LATER,
      'paused',
      'suspended',
      'resume 2027-02-01T00:00:00Z',
    ],
    [
      'paused until before the period ends',
      { renewal: 'paused', resumesAt: '2026-08-01T00:00:00Z' },
      JUNE,
      'paused',
      'granted',
      'resume 2026-08-01T00:00:00Z',
    ],
    [
      'paused until after the paid time is used up',
      { renewal: 'paused', resumesAt: '2027-02-01T00:00:00Z' },
      JUNE,
      'paused',
      'granted',
      `pause ${END}`,
    ],
    ['paused until it ends anyway', { renewal: 'paused', resumesAt: END }, JUNE, 'paused', 'granted', `resume ${END}`],
    ['paused without an end, paid time used up', { renewal: 'paused' }, LATER, 'paused', 'suspended', null],
    ['ended early', { endedAt: '2026-06-01T00:00:00Z' }, JUNE, 'expired', 'ended', null],
    ['refunded and ended', { endedAt: '2026-06-01T00:00:00Z', payment: 'refunded' }, JUNE, 'revoked', 'ended', null],
    ['disputed and ended', { endedAt: '2026-06-01T00:00:00Z', payment: 'disputed' }, JUNE, 'revoked', 'ended', null],
    [
      'a lifetime that was refunded',
      { ...lifetime, endedAt: JUNE, payment: 'refunded' },
      JUNE,
      'revoked',
      'ended',
      null,
    ],
    ['ended before it began', { startsAt: LATER, endedAt: '2026-06-01T00:00:00Z' }, JUNE, 'expired', 'ended', null],
    [
      'to be ended next month',
      { endedAt: '2026-07-15T00:00:00Z' },
      JUNE,
      'ending',
      'granted',
      'end 2026-07-15T00:00:00Z',
    ],
    ['refunded, with access until the end', { payment: 'refunded' }, JUNE, 'ending', 'granted', `end ${END}`],
    ['refunded, and run out', { payment: 'refunded' }, LATER, 'expired', 'ended', null],
  ];
  for (const [what, facts, now, state, access, change] of table) {
    it(`is ${state} with access ${access}: ${what}`, () => {
      const membership = seen(facts, now);
      const { scheduledChange } = membership;
      assert.equal(membership.state, state);
      assert.equal(membership.access, access);
      assert.equal(scheduledChange && `${scheduledChange.action} ${scheduledChange.at}`, change);
    });
  }
});

describe('the dates that a member reads (P5)', () => {
  it('are the next charge, the last full day before it and the last full day after it', () => {
    const { accessEndsAt, lastDay, nextChargeAt, cancelBy, nextLastDay } = seen({});
    assert.deepEqual(
      { accessEndsAt, lastDay, nextChargeAt, cancelBy, nextLastDay },
      { accessEndsAt: END, lastDay: '2026-12-31', nextChargeAt: END, cancelBy: END, nextLastDay: '2027-12-31' },
    );
  });

  it('name no charge once renewal is off, and keep the day of access (S38, S63)', () => {
    const { accessEndsAt, lastDay, nextChargeAt, cancelBy, nextLastDay } = seen(off);
    assert.deepEqual(
      { accessEndsAt, lastDay, nextChargeAt, cancelBy, nextLastDay },
      { accessEndsAt: END, lastDay: '2026-12-31', nextChargeAt: null, cancelBy: null, nextLastDay: null },
    );
  });

  it('pass on an earlier deadline for canceling', () => {
    assert.equal(seen({ cancelBy: '2026-12-30T16:00:00Z' }).cancelBy, '2026-12-30T16:00:00Z');
    assert.equal(seen({ ...off, cancelBy: '2026-12-30T16:00:00Z' }).cancelBy, null);
  });

  it('are absent for a lifetime, until it is ended', () => {
    assert.equal(seen(lifetime).lastDay, null);
    assert.equal(seen(lifetime).accessEndsAt, null);
    assert.equal(seen({ ...lifetime, endedAt: JUNE }).accessEndsAt, JUNE);
  });

  it('follow the grace after a failed charge, and promise no next charge', () => {
    const { accessEndsAt, lastDay, nextChargeAt } = seen(grace, LATER);
    assert.deepEqual([accessEndsAt, lastDay, nextChargeAt], ['2027-01-14T16:00:00Z', '2027-01-14', null]);
  });

  it('leave the day after the next charge open when no interval is known', () => {
    const membership = seen({ price: null });
    assert.equal(membership.nextChargeAt, END);
    assert.equal(membership.nextLastDay, null);
  });

  it('come back to the 31st after a short month, as the charges do', () => {
    const ends = seen(
      {
        startsAt: '2027-01-31T00:00:00Z',
        periodStartsAt: '2027-01-31T00:00:00Z',
        periodEndsAt: '2027-02-28T00:00:00Z',
        price: { amount: 900, currency: 'EUR', interval: { unit: 'month', count: 1 } },
      },
      '2027-02-10T00:00:00Z',
      { record: { timeZone: 'UTC' } },
    );
    assert.equal(ends.lastDay, '2027-02-27');
    assert.equal(ends.nextLastDay, '2027-03-30');
  });
});

describe('what else a member reads', () => {
  it('is the plan in the first of their languages that the host wrote', () => {
    assert.equal(seen({}, JUNE, { languages: ['zh-TW', 'en'] }).plan.name, '企业版');
    assert.deepEqual(seen({}, JUNE, { languages: ['zh-TW', 'en'] }).plan.benefits, [{ id: 'b1', name: 'Reports' }]);
  });

  it('is nothing that the contract does not name (PR1)', () => {
    assert.deepEqual(Object.keys(seen({})).sort(), Object.keys(Membership.shape).sort());
    const padded = { ...someFacts(), secret: 'x' };
    assert.ok(!JSON.stringify(seen(padded)).includes('secret'));
  });

  it('is never a contradiction: a one-off has no renewal, and renewal that is on was not switched off', () => {
    assert.equal(seen({ kind: 'fixed_term', renewal: 'on' }).renewal, 'not_applicable');
    assert.equal(seen({ renewal: 'not_applicable' }).renewal, 'off');
    assert.equal(seen({ renewalOff: off.renewalOff }).renewalOff, null);
    assert.equal(seen({ resumesAt: LATER }).resumesAt, null);
    assert.deepEqual(seen(off).renewalOff, off.renewalOff);
  });

  it('says from when it is, and of which version', () => {
    const { asOf, version, timeZone } = seen({}, JUNE);
    assert.deepEqual({ asOf, version, timeZone }, { asOf: JUNE, version: 3, timeZone: 'Asia/Shanghai' });
  });
});
