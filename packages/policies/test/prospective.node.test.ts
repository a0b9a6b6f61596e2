import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { binds, canBind } from '../src/binds.ts';
import { findRule, rules, type Rule } from '../src/index.ts';
import { ask, askWith, askWithdrawal, plannedDays } from './ask.ts';

const chapter = ['UK-258-remind', 'UK-260-exit', 'UK-261-notice', 'UK-264-cool', 'UK-refund-14'];
const bill = ['AU-UTP-subs', 'AU-UTP-manip'];

function ruleWith(change: Partial<Rule>): Rule {
  const known = findRule('EU-11a-1-label');
  assert.ok(known);
  return { ...known, ...change };
}

describe('the United Kingdom', () => {
  it('gives 14 days to withdraw today (UK-CCR-14d)', () => {
    assert.deepEqual(ask('UK').withdrawal, { days: 14, refundDays: 14, rule: 'UK-CCR-14d' });
    assert.equal(ask('UK').refundDays, null);
  });

  it('leaves the subscription chapter off, on any day to come (UK-status)', () => {
    for (const on of ['2026-11-22', '2027-04-06', '2030-01-01']) {
      assert.equal(ask('UK', { on }).rules.some((id) => chapter.includes(id)), false, on);
    }
    assert.deepEqual({ ...ask('UK'), profile: 'BASE', withdrawal: null, rules: [] }, { ...ask('BASE'), rules: [] });
  });

  it('reminds before renewals and the end of a trial once the operator follows it (UK-258-remind)', () => {
    const wishes = { prospective: ['UK-258-remind'] };
    assert.deepEqual(plannedDays(askWith('UK', wishes), 'UK-258-remind'), [8]);
    const plan = { kind: 'recurring', termMonths: 1, isTrial: true } as const;
    const [notice] = ask('UK', { plan, wishes }).reminders.filter(({ rule }) => rule === 'UK-258-remind');
    assert.equal(notice?.kind, 'trial_end');
  });

  it('ends in two presses without a further step once the operator follows it (UK-260-exit)', () => {
    const { budget, verification, rules: applied } = askWith('UK', { prospective: ['UK-260-exit'] });
    assert.deepEqual(budget, { activations: 2, screensBetween: 0 });
    assert.deepEqual(verification, []);
    assert.ok(applied.includes('UK-260-exit'));
  });

  it('sends its notice within 24 hours once the operator follows it (UK-261-notice)', () => {
    const wishes = { prospective: ['UK-261-notice'], receiptWithinSeconds: 86_400 };
    assert.equal(askWith('UK', wishes).receipt.withinSeconds, 86_400);
    assert.ok(askWith('UK', wishes).rules.includes('UK-261-notice'));
  });

  it('names both rights and a limit for refunds once the operator follows it (UK-264-cool, UK-refund-14)', () => {
    const { withdrawal, refundDays, rules: applied } = askWithdrawal('UK', { wishes: { prospective: chapter } });
    assert.equal(withdrawal?.days, 14);
    assert.equal(refundDays, 14);
    for (const id of ['UK-CCR-14d', 'UK-264-cool', 'UK-refund-14']) assert.ok(applied.includes(id), id);
  });

  it('follows the rules that are named, and no other', () => {
    const { rules: applied } = askWith('UK', { prospective: ['UK-refund-14'] });
    assert.deepEqual(applied.filter((id) => chapter.includes(id)), ['UK-refund-14']);
  });
});

describe('Australia', () => {
  it('is off before the planned day, on from it, and asks nothing we do not keep (AU-UTP-status, AU-UTP-subs)', () => {
    const on = ask('AU', { on: '2027-07-01' });
    assert.equal(ask('AU', { on: '2027-06-30' }).rules.some((id) => bill.includes(id)), false);
    assert.deepEqual(on.rules.filter((id) => bill.includes(id)), bill);
    assert.deepEqual({ ...on, rules: [] }, { ...ask('AU', { on: '2027-06-30' }), rules: [] });
  });

  it('is followed early by an operator who says so (AU-UTP-manip)', () => {
    const { rules: applied, offer } = askWith('AU', { prospective: ['AU-UTP-manip'] });
    assert.deepEqual(applied.filter((id) => bill.includes(id)), ['AU-UTP-manip']);
    assert.equal(offer.placement, 'after');
  });
});

describe('whether a rule binds', () => {
  it('in force: from its day on, always where it has none, and early where it is followed', () => {
    const dated = ruleWith({ status: 'in_force', effectiveOn: '2027-01-31' });
    assert.equal(binds(dated, '2027-01-30'), false);
    assert.equal(binds(dated, '2027-01-31'), true);
    assert.equal(binds(dated, '2027-01-30', [dated.id]), true);
    assert.equal(binds(ruleWith({ status: 'in_force', effectiveOn: null }), '1999-01-01'), true);
  });

  it('planned: from its day on, and never where it has none unless it is followed', () => {
    const undated = ruleWith({ status: 'prospective', effectiveOn: null });
    assert.equal(binds(undated, '9999-12-31'), false);
    assert.equal(binds(undated, '2026-11-22', [undated.id]), true);
    assert.equal(binds(ruleWith({ status: 'prospective', effectiveOn: '2027-07-01' }), '2027-07-01'), true);
  });

  it('unverified, void or only watched: never, followed or not', () => {
    for (const change of [{ confidence: 'U' }, { status: 'vacated' }, { status: 'flag' }] as const) {
      const rule = ruleWith({ effectiveOn: null, ...change });
      assert.equal(binds(rule, '9999-12-31', [rule.id]), false);
      assert.equal(canBind(rule), false);
    }
  });

  it('is known of every rule: those that cannot are unverified, void or watched', () => {
    const never = rules.filter((rule) => !canBind(rule));
    const excused = rules.filter(({ status, confidence }) => confidence === 'U' || /^(flag|vacated)$/.test(status));
    assert.deepEqual(never, excused);
    assert.equal(never.length, 9);
  });
});
