import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { profileIds } from '../src/index.ts';
import { ask, askWith, askWithdrawal, plannedDays } from './ask.ts';

describe('BASE, where no place is named', () => {
  it('takes two presses, no screen between, and a short form for who is not logged in (BASE-acts, Q1, Q2, Q4)', () => {
    const { budget, form, publicForm, isPure } = ask('BASE');
    assert.deepEqual(budget, { activations: 2, screensBetween: 0 });
    assert.equal(form, null);
    assert.deepEqual(publicForm, { fields: ['name', 'contract', 'email'], review: false });
    assert.equal(isPure, false);
  });

  it('asks who is logged in for nothing more (BASE-verify, P1)', () => {
    assert.deepEqual(ask('BASE').verification, []);
    assert.equal(ask('BASE').companyCheck, null);
  });

  it('lets a company show one thing more where the operator wishes, and never a person (BASE-verify)', () => {
    const wishes = { companyCheck: 'company_credential' } as const;
    assert.equal(ask('BASE', { accountKind: 'company', wishes }).companyCheck, 'company_credential');
    assert.equal(ask('BASE', { accountKind: 'person', wishes }).companyCheck, null);
    assert.equal(askWithdrawal('BASE', { accountKind: 'company', wishes }).companyCheck, null);
  });

  it('asks why only after it is done (BASE-survey, P16, S23)', () => {
    assert.equal(ask('BASE').survey, 'after');
    assert.equal(askWith('BASE', { survey: 'never' }).survey, 'never');
  });

  it('offers nothing before it is done, and nothing again for a week (BASE-save, Q12, Q13)', () => {
    assert.deepEqual(ask('BASE').offer, { placement: 'after', cancelLabel: null, quietDays: 7 });
  });

  it('sends a receipt with all nine facts within a minute, in every place (BASE-receipt, Q15)', () => {
    const nine = ['reference', 'contract', 'requested_at', 'access_until', 'no_further_charge', 'refund'];
    for (const profile of profileIds) {
      for (const { receipt } of [ask(profile), askWithdrawal(profile)]) {
        assert.deepEqual(receipt.fields, [...nine, 'verified_by', 'resume', 'contact'], profile);
        assert.equal(receipt.withinSeconds, 60, profile);
      }
    }
  });

  it('announces a renewal 30 and 8 days ahead (BASE-remind, S69)', () => {
    assert.deepEqual(plannedDays(ask('BASE'), null), [30, 8]);
  });

  it('fixes no words, and takes those of the operator for cancelling alone (BASE-label)', () => {
    const open = { text: 'Stop paying', language: 'en' };
    assert.deepEqual(ask('BASE').labels, { open: null, confirm: null });
    assert.deepEqual(askWith('BASE', { labels: { open } }).labels, { open, confirm: null });
    assert.deepEqual(askWithdrawal('BASE', { wishes: { labels: { open } } }).labels, { open: null, confirm: null });
  });

  it('gives no right to withdraw but the one an operator grants (BASE-withdraw)', () => {
    assert.equal(ask('BASE').withdrawal, null);
    assert.equal(askWith('BASE', { withdrawalDays: 0 }).withdrawal, null);
    assert.deepEqual(askWith('BASE', { withdrawalDays: 30 }).withdrawal, {
      days: 30,
      refundDays: 14,
      rule: 'BASE-withdraw',
    });
  });

  it('knows no limit for a refund but the one an operator promises (BASE-refund)', () => {
    assert.equal(ask('BASE').refundDays, null);
    assert.equal(askWith('BASE', { refundDays: 5 }).refundDays, 5);
    assert.equal(askWith('BASE', { withdrawalDays: 30, refundDays: 5 }).withdrawal?.refundDays, 5);
  });

  it('lets anybody cancel online in every place, logged in or not (VISA-online, MC-online)', () => {
    for (const profile of profileIds) {
      const { publicForm, rules } = ask(profile);
      for (const field of ['name', 'contract', 'email']) assert.ok(publicForm.fields.some((known) => known === field));
      if (['DE', 'FR'].includes(profile)) continue;
      for (const scheme of ['VISA-online', 'MC-online']) assert.ok(rules.includes(scheme), profile);
    }
  });

  it('keeps withdrawing to three fields and a button, asked of nobody who is logged in, in every place', () => {
    for (const profile of profileIds) {
      const { form, publicForm, isPure, verification } = askWithdrawal(profile);
      assert.equal(form, null, profile);
      assert.deepEqual(publicForm, { fields: ['name', 'contract', 'email'], review: false }, profile);
      assert.equal(isPure, true, profile);
      assert.deepEqual(verification, [], profile);
    }
  });
});
