import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ask, askWith, askWithdrawal, plannedDays } from './ask.ts';

const company = { accountKind: 'company', wishes: { companyCheck: 'administrator_password' } } as const;

describe('the European Union', () => {
  it('has words of its own for withdrawing, and none for cancelling (EU-11a-1-label, EU-11a-3-confirm, Q5)', () => {
    assert.deepEqual(askWithdrawal('EU').labels, {
      open: { text: 'withdraw from contract here', language: 'en' },
      confirm: { text: 'confirm withdrawal', language: 'en' },
    });
    assert.deepEqual(ask('EU').labels, { open: null, confirm: null });
  });

  it('asks a visitor who withdraws for three things, beside nothing else (EU-11a-2-fields)', () => {
    const { publicForm, isPure } = askWithdrawal('EU');
    assert.deepEqual(publicForm, { fields: ['name', 'contract', 'email'], review: false });
    assert.equal(isPure, true);
  });

  it('asks a member who is logged in nothing again to withdraw (EU-11a-2-noreident)', () => {
    const { form, verification, rules } = askWithdrawal('EU', { wishes: { verification: ['password'] } });
    assert.equal(form, null);
    assert.deepEqual(verification, []);
    assert.ok(rules.includes('EU-11a-2-noreident'));
  });

  it('acknowledges at once, whatever the operator wishes (EU-11a-4-ack)', () => {
    assert.equal(askWithdrawal('EU', { wishes: { receiptWithinSeconds: 3_600 } }).receipt.withinSeconds, 60);
    assert.equal(askWithdrawal('EU', { wishes: { receiptWithinSeconds: 10 } }).receipt.withinSeconds, 10);
  });

  it('gives 14 days to withdraw and 14 to pay back, for every kind of plan (EU-9-14d, EU-13-refund)', () => {
    for (const kind of ['recurring', 'fixed_term', 'lifetime'] as const) {
      const { withdrawal, refundDays } = ask('EU', { plan: { kind, termMonths: 12, isTrial: false } });
      assert.deepEqual(withdrawal, { days: 14, refundDays: 14, rule: 'EU-9-14d' });
      assert.equal(refundDays, 14);
    }
  });

  it('leaves in three presses and no screen between, unverified, and asks nothing twice (EU-DSA-67)', () => {
    const { budget, verification, offer } = askWith('EU', { verification: ['passkey'] });
    assert.deepEqual(budget, { activations: 3, screensBetween: 0 });
    assert.deepEqual(verification, []);
    assert.equal(offer.quietDays, 7);
    assert.equal(ask('EU', company).companyCheck, null);
  });
});

describe('Germany', () => {
  const five = ['termination_kind', 'name', 'contract', 'end_date', 'email'];

  it('offers the way in for a plan that ends by itself as well, and no other place does (DE-312k-1-scope)', () => {
    const plan = { kind: 'fixed_term', termMonths: 12, isTrial: false } as const;
    assert.equal(ask('DE', { plan }).offersFixedTermEntry, true);
    for (const profile of ['BASE', 'EU', 'FR', 'US-DE'] as const) {
      assert.equal(ask(profile, { plan }).offersFixedTermEntry, false, profile);
    }
  });

  it('fixes both words against those of the operator (DE-312k-2-label-open, DE-312k-2-label-confirm, Q5, S35)', () => {
    const other = { text: 'Abo beenden', language: 'de' };
    for (const wishes of [{}, { labels: { open: other, confirm: other } }]) {
      assert.deepEqual(askWith('DE', wishes).labels, {
        open: { text: 'Verträge hier kündigen', language: 'de' },
        confirm: { text: 'jetzt kündigen', language: 'de' },
      });
    }
  });

  it('puts no screen between the two presses (DE-312k-2-direct, Q1, Q2)', () => {
    assert.deepEqual(ask('DE').budget, { activations: 2, screensBetween: 0 });
  });

  it('asks for five fields, logged in or not, and for no second look (DE-312k-2-fields)', () => {
    const { form, publicForm } = ask('DE');
    assert.deepEqual(form, { fields: five, review: false });
    assert.deepEqual(publicForm, form);
  });

  it('keeps questions and offers off the confirming page (DE-312k-2-closed, Q6, S36, S74)', () => {
    const { isPure, survey, offer } = askWith('DE', { survey: 'before', offer: 'with_confirm' });
    assert.equal(isPure, true);
    assert.equal(survey, 'after');
    assert.equal(offer.placement, 'after');
  });

  it('is done without login, password or code, for companies as well (DE-312k-2-nologin, P1, Q4, S21)', () => {
    const { verification, rules } = askWith('DE', { verification: ['password', 'sms_code'] });
    assert.deepEqual(verification, []);
    assert.ok(rules.includes('DE-312k-2-nologin'));
    assert.equal(ask('DE', company).companyCheck, null);
  });

  it('sends the receipt at once (DE-312k-4-receipt)', () => {
    assert.equal(askWith('DE', { receiptWithinSeconds: 86_400 }).receipt.withinSeconds, 60);
    assert.ok(ask('DE').rules.includes('DE-312k-4-receipt'));
  });

  it('has other words for withdrawing, and confirms it without delay (DE-356a-labels, DE-356a-ack)', () => {
    const { labels, receipt, rules } = askWithdrawal('DE', { wishes: { receiptWithinSeconds: 600 } });
    assert.equal(labels.open?.text, 'Vertrag widerrufen');
    assert.equal(labels.confirm?.text, 'Widerruf bestätigen');
    assert.equal(receipt.withinSeconds, 60);
    assert.ok(rules.includes('DE-356a-ack'));
    assert.equal(rules.includes('DE-312k-2-fields'), false, 'cancelling and withdrawing are never merged');
  });

  it('follows no rule before its day', () => {
    assert.deepEqual(askWithdrawal('DE', { on: '2026-06-18' }).labels, { open: null, confirm: null });
    assert.equal(askWithdrawal('DE', { on: '2026-06-19' }).labels.open?.text, 'Vertrag widerrufen');
    assert.equal(ask('DE', { on: '2022-06-30' }).offersFixedTermEntry, false);
    assert.equal(ask('DE', { on: '2022-07-01' }).offersFixedTermEntry, true);
  });
});

describe('France', () => {
  const four = { fields: ['name', 'email', 'contract', 'end_date'], review: true };

  it('fixes the words of the way in (FR-D215-1-label, Q5)', () => {
    assert.deepEqual(ask('FR').labels.open, { text: 'résilier votre contrat', language: 'fr' });
  });

  it('forces no account on anybody and asks for no code (FR-D215-1-access)', () => {
    assert.deepEqual(askWith('FR', { verification: ['email_code'] }).verification, []);
    assert.deepEqual(ask('FR').publicForm, four);
  });

  it('asks for four fields, filled in or to be confirmed (FR-D215-2-fields)', () => {
    assert.deepEqual(ask('FR').form, four);
  });

  it('shows it all once more before the fixed words send it, and that is the one screen (FR-D215-3-review, Q2)', () => {
    const { form, labels, budget } = ask('FR');
    assert.equal(form?.review, true);
    assert.deepEqual(labels.confirm, { text: 'notification de la résiliation', language: 'fr' });
    assert.deepEqual(budget, { activations: 3, screensBetween: 1 });
  });

  it('says on the receipt when and with what effect it ends (FR-L215-1-1-ack)', () => {
    const { receipt, rules } = ask('FR');
    for (const field of ['access_until', 'no_further_charge'] as const) assert.ok(receipt.fields.includes(field));
    assert.ok(rules.includes('FR-L215-1-1-ack'));
  });

  it('announces a tacit renewal 35 days ahead (FR-L215-1-remind)', () => {
    assert.deepEqual(plannedDays(ask('FR'), 'FR-L215-1-remind'), [35]);
  });

  it('pays back within 30 days, and within 14 after a withdrawal (FR-L215-1-remedy)', () => {
    assert.equal(ask('FR').refundDays, 30);
    assert.equal(askWithdrawal('FR').refundDays, 14);
    assert.deepEqual(ask('FR').withdrawal, { days: 14, refundDays: 14, rule: 'EU-9-14d' });
  });

  it('has other words for withdrawing, and no second look (FR-D221-5-labels)', () => {
    const { labels, publicForm, budget } = askWithdrawal('FR');
    assert.equal(labels.open?.text, 'renoncer au contrat ici');
    assert.equal(labels.confirm?.text, 'confirmer la rétractation');
    assert.equal(publicForm.review, false);
    assert.equal(budget.screensBetween, 0);
  });

  it('gives a company the same flow, and asks it for nothing more (FR-scope-nonpro, S1)', () => {
    const { companyCheck, ...rest } = ask('FR', company);
    const { companyCheck: none, ...person } = ask('FR');
    assert.equal(companyCheck, none);
    assert.equal(companyCheck, null);
    assert.deepEqual(rest, person);
  });
});
