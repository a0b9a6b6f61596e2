import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BillingFacts, RefusalCode } from '@leavewell/contract';
import { decideCancelRenewal } from '../../src/rules/cancel-renewal.ts';
import { decideResumeRenewal } from '../../src/rules/resume-renewal.ts';
import { aMember, aRecord, company, noLaw, someFacts } from './a-membership.ts';

const JUNE = '2026-06-15T00:00:00Z';
const LATER = '2027-01-10T00:00:00Z';
const off = { renewal: 'off', renewalOff: { by: 'member', at: '2026-06-01T00:00:00Z' } } as const;

function question(changes: Partial<BillingFacts>, now: string, viewer = aMember(), record = aRecord(), law = noLaw) {
  return { record, facts: someFacts(changes), viewer, now: new Date(now), law };
}

type Row = readonly [string, Partial<BillingFacts>, string, RefusalCode | 'allowed', RefusalCode | 'allowed'];

describe('what a member with every right may do now', () => {
  const table: readonly Row[] = [
    // what, facts, now, cancel, resume
    ['one that renews', {}, JUNE, 'allowed', 'renewal_already_on'],
    ['a trial', { payment: 'trial' }, JUNE, 'allowed', 'renewal_already_on'],
    ['one with a failed payment', { payment: 'past_due' }, JUNE, 'allowed', 'renewal_already_on'],
    ['one on hold', { payment: 'unpaid' }, LATER, 'allowed', 'renewal_already_on'],
    ['a paused one', { renewal: 'paused' }, JUNE, 'allowed', 'nothing_to_resume'],
    ['one that has not begun', { startsAt: '2026-07-15T00:00:00Z' }, JUNE, 'allowed', 'renewal_already_on'],
    ['one that was switched off', off, JUNE, 'renewal_already_off', 'allowed'],
    ['one that was switched off and ran out', off, LATER, 'membership_ended', 'membership_ended'],
    ['one that was ended early', { endedAt: '2026-06-01T00:00:00Z' }, JUNE, 'membership_ended', 'membership_ended'],
    ['one that will be ended', { ...off, endedAt: LATER }, JUNE, 'renewal_already_off', 'nothing_to_resume'],
    ['a trial that was switched off', { ...off, payment: 'trial' }, JUNE, 'renewal_already_off', 'allowed'],
    ['one switched off with a failed payment', { ...off, payment: 'past_due' }, JUNE, 'renewal_already_off', 'allowed'],
    ['one switched off on hold', { ...off, payment: 'unpaid' }, JUNE, 'renewal_already_off', 'allowed'],
    ['one in dispute', { ...off, payment: 'disputed' }, JUNE, 'renewal_already_off', 'nothing_to_resume'],
    ['one that was refunded', { ...off, payment: 'refunded' }, JUNE, 'renewal_already_off', 'nothing_to_resume'],
    [
      'one bought once (S56)',
      { kind: 'fixed_term', renewal: 'not_applicable' },
      JUNE,
      'nothing_to_cancel',
      'nothing_to_resume',
    ],
    ['a lifetime', { kind: 'lifetime', renewal: 'not_applicable' }, JUNE, 'nothing_to_cancel', 'nothing_to_resume'],
  ];
  for (const [what, facts, now, cancel, resume] of table) {
    it(`with ${what}: cancel ${cancel}, resume ${resume}`, () => {
      const canceling = decideCancelRenewal(question(facts, now));
      const resuming = decideResumeRenewal(question(facts, now));
      assert.equal(canceling.refusal?.code ?? 'allowed', cancel);
      assert.equal(resuming.refusal?.code ?? 'allowed', resume);
    });
  }
});

describe('what ends by itself, where the law wants a way to cancel it as well (DE-312k-1-scope)', () => {
  const law = { ...noLaw, offersFixedTermEntry: true };
  const once = { kind: 'fixed_term', renewal: 'not_applicable' } as const;
  const codeOf = (facts: Partial<BillingFacts>, now: string, record = aRecord(), viewer = aMember()) =>
    decideCancelRenewal(question(facts, now, viewer, record, law)).refusal?.code ?? 'allowed';

  it('may be canceled until it is over', () => {
    assert.equal(codeOf(once, JUNE), 'allowed');
    assert.equal(codeOf(once, LATER), 'membership_ended');
  });

  it('once: its receipt says that it was', () => {
    assert.equal(codeOf(once, JUNE, aRecord({ receiptId: 'CR-7F3K-29QD' })), 'renewal_already_off');
  });

  it('by whoever has the right', () => {
    assert.equal(codeOf(once, JUNE, aRecord(), aMember({ permissions: [] })), 'no_permission');
  });

  it('does not reach what never ends, and has nothing to resume', () => {
    assert.equal(codeOf({ ...once, kind: 'lifetime', periodEndsAt: null }, JUNE), 'nothing_to_cancel');
    const { refusal } = decideResumeRenewal(question(once, JUNE, aMember(), aRecord(), law));
    assert.equal(refusal?.code, 'nothing_to_resume');
  });

  it('leaves what renews as it is', () => {
    assert.equal(codeOf({}, JUNE, aRecord({ receiptId: 'RR-7F3K-29QD' })), 'allowed');
  });
});

describe('the deadline for canceling (XO7)', () => {
  const earlier = { cancelBy: '2026-12-30T16:00:00Z' };
  const cancelAt = (now: string, facts = earlier) => decideCancelRenewal(question(facts, now));

  it('allows until the second before it', () => assert.equal(cancelAt('2026-12-30T15:59:59Z').allowed, true));

  it('refuses from then until the charge, and sends the member to a person', () => {
    const refused = { allowed: false, refusal: { code: 'too_late', remedy: 'contact_support', contact: null }, label: null };
    assert.deepEqual(cancelAt('2026-12-30T16:00:00Z'), refused);
    assert.deepEqual(cancelAt('2026-12-31T15:59:59Z'), refused);
  });

  it('is over once the charge is due: the next one can be stopped', () => {
    assert.equal(cancelAt('2026-12-31T16:00:00Z').allowed, true);
  });

  it('does not stand in the way when nothing will be charged', () => {
    const refundedOn = { ...earlier, payment: 'past_due' } as const;
    assert.equal(cancelAt('2026-12-31T00:00:00Z', refundedOn).allowed, true);
  });

  it('is the charge itself when none is named', () => {
    assert.equal(decideCancelRenewal(question({}, '2026-12-31T15:59:59Z')).allowed, true);
  });
});

describe('a member without the right (S42, S57)', () => {
  const askAdministrator = { code: 'no_permission', remedy: 'ask_administrator' } as const;
  const companyRecord = aRecord({ account: { id: 'a1', kind: 'company', name: 'Yun Trading' } });
  const without = aMember({ account: company, permissions: [] });

  it('of a company is told which administrator to ask', () => {
    const refused = { allowed: false, refusal: { ...askAdministrator, contact: 'Chen Wei' }, label: null };
    assert.deepEqual(decideCancelRenewal(question({}, JUNE, without, companyRecord)), refused);
    assert.deepEqual(decideResumeRenewal(question(off, JUNE, without, companyRecord)), refused);
  });

  it('of a company without a named administrator is still told to ask one', () => {
    const nameless = aMember({ account: { ...company, administratorName: null }, permissions: [] });
    const answer = decideCancelRenewal(question({}, JUNE, nameless, companyRecord));
    assert.deepEqual(answer, { allowed: false, refusal: { ...askAdministrator, contact: null }, label: null });
  });

  it('is never told the administrator of another account', () => {
    const elsewhere = aMember({ account: { ...company, id: 'a2' }, permissions: [] });
    const answer = decideCancelRenewal(question({}, JUNE, elsewhere, companyRecord));
    assert.equal(answer.refusal?.contact, null);
  });

  it('and without a company is sent to support', () => {
    const answer = decideCancelRenewal(question({}, JUNE, aMember({ permissions: [] })));
    assert.deepEqual(answer.refusal, { code: 'no_permission', remedy: 'contact_support', contact: null });
  });

  it('hears what is true of the membership first, so that nobody asks for a right that would not help', () => {
    const answer = decideCancelRenewal(question(off, JUNE, without, companyRecord));
    assert.equal(answer.refusal?.code, 'renewal_already_off');
  });
});

describe('a manager', () => {
  const manager = aMember({ id: 'chen', name: 'Chen Wei', account: company, permissions: ['manage_members'] });

  it('switches the renewal of anyone in the account, and of themselves', () => {
    assert.equal(decideCancelRenewal(question({}, JUNE, manager)).allowed, true);
    assert.equal(decideResumeRenewal(question(off, JUNE, manager)).allowed, true);
    const own = aRecord({ holder: { id: 'chen', name: 'Chen Wei' } });
    assert.equal(decideCancelRenewal(question({}, JUNE, manager, own)).allowed, true);
  });

  it('switches nothing in another account or at another host', () => {
    const others = aRecord({ account: { id: 'a2', kind: 'company', name: 'Other' } });
    assert.equal(decideCancelRenewal(question({}, JUNE, manager, others)).allowed, false);
    assert.equal(decideCancelRenewal(question({}, JUNE, { ...manager, tenantId: 't2' })).allowed, false);
  });

  it('needs that right: a colleague with only their own does not switch another’s', () => {
    const colleague = aMember({ id: 'wu', account: company, permissions: ['cancel_own'] });
    assert.equal(decideCancelRenewal(question({}, JUNE, colleague)).allowed, false);
  });
});
