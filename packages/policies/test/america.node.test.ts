import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ProfileId } from '../src/index.ts';
import { ask, askWith, askWithdrawal, plannedDays } from './ask.ts';

const states: readonly ProfileId[] = ['CA', 'NY', 'MN', 'MA', 'CT', 'CO', 'US-DE'];
const ofAYear = { plan: { kind: 'recurring', termMonths: 12, isTrial: false } } as const;
const ofAMonth = { plan: { kind: 'recurring', termMonths: 1, isTrial: false } } as const;
const trial = { plan: { kind: 'recurring', termMonths: 12, isTrial: true } } as const;

describe('the United States', () => {
  it('asks for no verification, and lets an operator ask for a light one to cancel (USF-ROSCA-3, S21)', () => {
    for (const profile of ['US', ...states] as const) {
      assert.deepEqual(ask(profile).verification, [], profile);
      const wishes = { verification: ['passkey', 'email_code'] } as const;
      assert.deepEqual(ask(profile, { wishes }).verification, ['passkey', 'email_code'], profile);
      assert.deepEqual(askWithdrawal(profile, { wishes }).verification, [], profile);
    }
  });

  it('keeps leaving as short as the default, verified or not (USF-AMZN-order)', () => {
    assert.deepEqual(ask('US').budget, { activations: 2, screensBetween: 0 });
    assert.deepEqual(askWith('US', { verification: ['totp'] }).budget, ask('US').budget);
    assert.ok(ask('US').rules.includes('USF-AMZN-order'));
  });

  it('asks why after it is done, in every state (USF-survey, Q11)', () => {
    for (const profile of ['US', ...states] as const) {
      assert.equal(ask(profile).survey, 'after');
      assert.ok(ask(profile).rules.includes('USF-survey'), profile);
    }
  });

  it('keeps what it asks of Delaware apart from what it asks of Germany', () => {
    assert.equal(ask('US-DE').labels.open, null);
    assert.equal(ask('US-DE').withdrawal, null);
  });
});

describe('California', () => {
  it('ends online and at once, with room for one screen (CA-17602-online, Q1, Q2)', () => {
    assert.deepEqual(ask('CA').budget, { activations: 3, screensBetween: 1 });
  });

  it('lets an offer stand beside the button only with a way straight out (CA-17602-save, Q12)', () => {
    assert.deepEqual(ask('CA').offer, { placement: 'after', cancelLabel: null, quietDays: 7 });
    assert.deepEqual(askWith('CA', { offer: 'with_confirm' }).offer, {
      placement: 'with_confirm',
      cancelLabel: { text: 'click to cancel', language: 'en' },
      quietDays: 7,
    });
  });

  it('announces the end of a trial 3 to 21 days ahead (CA-17602-trial)', () => {
    assert.deepEqual(plannedDays(ask('CA', trial), 'CA-17602-trial'), [8]);
    assert.deepEqual(plannedDays(ask('CA', ofAYear), 'CA-17602-trial'), []);
  });

  it('announces a renewal by the year 15 to 45 days ahead, and not one by the month (CA-17602-annualterm)', () => {
    assert.deepEqual(plannedDays(ask('CA', ofAYear), 'CA-17602-annualterm'), [30]);
    assert.deepEqual(plannedDays(ask('CA', ofAMonth), 'CA-17602-annualterm'), []);
  });

  it('tells every subscriber once a year what they have (CA-17602-yearly)', () => {
    for (const question of [ofAYear, ofAMonth, trial]) {
      const [notice] = ask('CA', question).reminders.filter(({ rule }) => rule === 'CA-17602-yearly');
      assert.equal(notice?.kind, 'yearly');
    }
  });
});

describe('the other states', () => {
  it('New York cancels online, and its unverified days ask nothing (NY-527a-online)', () => {
    const { budget, rules, reminders } = ask('NY', ofAYear);
    assert.deepEqual(budget, { activations: 2, screensBetween: 0 });
    assert.ok(rules.includes('NY-527a-online'));
    assert.equal(rules.includes('NY-527a-remind'), false);
    assert.deepEqual(reminders, ask('US', ofAYear).reminders);
  });

  it('an unverified rule asks nothing even of who wants to follow it', () => {
    const wishes = { prospective: ['NY-527a-remind'] };
    assert.deepEqual(ask('NY', { ...ofAYear, wishes }), ask('NY', ofAYear));
  });

  it('Minnesota shows no offer while somebody cancels (MN-325G-nosave, Q12, S74)', () => {
    assert.equal(ask('MN').offer.placement, 'after');
    assert.equal(askWith('MN', { offer: 'with_confirm' }).offer.placement, 'after');
    assert.ok(ask('MN').rules.includes('MN-325G-nosave'));
  });

  it('Minnesota sends a notice in each year (MN-325G-yearly)', () => {
    assert.deepEqual(plannedDays(ask('MN'), 'MN-325G-yearly'), [30]);
  });

  it('Massachusetts announces terms of more than a month 5 to 30 days ahead (MA-38-notice)', () => {
    assert.deepEqual(plannedDays(ask('MA', ofAYear), 'MA-38-notice'), [8]);
    assert.deepEqual(plannedDays(ask('MA', ofAMonth), 'MA-38-notice'), []);
  });

  it('Massachusetts cancels where one joined (MA-38-cancel)', () => {
    assert.ok(ask('MA').rules.includes('MA-38-cancel'));
    assert.deepEqual(ask('MA').budget, { activations: 2, screensBetween: 0 });
  });

  it('Connecticut sends a notice in each year, from its day on (CT-42-yearly)', () => {
    assert.deepEqual(plannedDays(ask('CT'), 'CT-42-yearly'), [30]);
    assert.deepEqual(plannedDays(ask('CT', { on: '2026-06-30' }), 'CT-42-yearly'), []);
    assert.deepEqual(plannedDays(ask('CT', { on: '2026-07-01' }), 'CT-42-yearly'), [30]);
  });

  it('Colorado announces a renewal by the year 25 to 40 days ahead (CO-remind)', () => {
    assert.deepEqual(plannedDays(ask('CO', ofAYear), 'CO-remind'), [30]);
    assert.deepEqual(plannedDays(ask('CO', ofAMonth), 'CO-remind'), []);
  });

  it('Delaware announces a renewal by the year 30 to 60 days ahead (DEL-remind)', () => {
    assert.deepEqual(plannedDays(ask('US-DE', ofAYear), 'DEL-remind'), [35]);
    assert.deepEqual(plannedDays(ask('US-DE', ofAMonth), 'DEL-remind'), []);
  });
});
