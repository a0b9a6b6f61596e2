import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  checkWishes,
  type EvaluatedPolicy,
  type FixedText,
  type OperatorWishes,
  type PolicyQuestion,
  profileIds,
  rules,
} from '../src/index.ts';
import { ask } from './ask.ts';

const mayVerify = ['CN', 'US', 'CA', 'NY', 'MN', 'MA', 'CT', 'CO', 'US-DE'];
const mayNotCheckCompanies = ['DE', 'EU', 'FR', 'KR'];
const mayOfferBesides = ['CA', 'KR'];
const answersAtOnce = ['DE', 'EU', 'FR', 'BR'];

const days = fc.integer({ min: 0, max: 100 });
const texts: fc.Arbitrary<FixedText> = fc.record({
  text: fc.constantFrom('jetzt kündigen', 'Cancel now', 'Weiter', 'résilier votre contrat'),
  language: fc.constantFrom('de', 'en', 'fr'),
});

const anyWishes = fc.record(
  {
    verification: fc.subarray([
      'passkey',
      'password',
      'sms_code',
      'email_code',
      'totp',
      'administrator_password',
      'company_credential',
      'host_login',
    ] as const),
    companyCheck: fc.constantFrom('administrator_password' as const, 'company_credential' as const),
    labels: fc.record({ open: texts, confirm: texts }, { requiredKeys: [] }),
    survey: fc.constantFrom('never' as const, 'before' as const, 'after' as const),
    offer: fc.constantFrom('never' as const, 'before' as const, 'after' as const, 'with_confirm' as const),
    offerQuietDays: days,
    receiptWithinSeconds: fc.integer({ min: 0, max: 200_000 }),
    reminderDays: fc.array(days, { maxLength: 5 }),
    withdrawalDays: days,
    refundDays: days,
    prospective: fc.subarray(rules.filter(({ status }) => status === 'prospective').map(({ id }) => id)),
  },
  { requiredKeys: [] },
);

const anyQuestion = fc.record({
  profile: fc.constantFrom(...profileIds),
  accountKind: fc.constantFrom('person' as const, 'company' as const),
  plan: fc.record({
    kind: fc.constantFrom('recurring' as const, 'fixed_term' as const, 'lifetime' as const),
    termMonths: fc.option(fc.integer({ min: 1, max: 36 })),
    isTrial: fc.boolean(),
  }),
  act: fc.constantFrom('cancelRenewal' as const, 'withdraw' as const),
  on: fc.constantFrom('2026-01-01', '2026-11-22', '2027-07-01', '2030-01-01'),
  wishes: anyWishes,
});

/** Leaves out one refused wish after another until the rest passes; rules to follow early are judged first. */
function passing({ profile, on, wishes }: PolicyQuestion): OperatorWishes {
  const [fault] = checkWishes(profile, wishes, on);
  if (fault === undefined) return wishes;
  const { [fault.wish]: _refused, ...rest } = wishes;
  return passing(question({ profile, on, wishes: rest }));
}

function question(change: Partial<PolicyQuestion>): PolicyQuestion {
  const plan = { kind: 'recurring', termMonths: 1, isTrial: false } as const;
  const on = '2026-11-22';
  return { profile: 'BASE', accountKind: 'person', plan, act: 'cancelRenewal', on, wishes: {}, ...change };
}

/** Every notice that a rule wants is still planned within its days. */
function assertNotices(policy: EvaluatedPolicy, plain: EvaluatedPolicy): void {
  for (const wanted of plain.reminders.filter(({ rule }) => rule !== null)) {
    const kept = policy.reminders.find(({ rule, kind }) => rule === wanted.rule && kind === wanted.kind);
    assert.ok(kept, `${wanted.rule} still asks for a notice`);
    assert.ok(kept.plannedDays <= wanted.earliestDays && kept.plannedDays >= wanted.latestDays);
  }
}

function assertNotStricter(policy: EvaluatedPolicy, plain: EvaluatedPolicy): void {
  const { profile } = policy;
  assert.ok(policy.budget.activations <= plain.budget.activations);
  assert.ok(policy.budget.screensBetween <= plain.budget.screensBetween);
  assert.deepEqual(policy.form, plain.form);
  assert.deepEqual(policy.publicForm, plain.publicForm);
  assert.equal(policy.isPure, plain.isPure);
  assert.equal(policy.offersFixedTermEntry, plain.offersFixedTermEntry);
  if (!mayVerify.includes(profile) || policy.act === 'withdraw') assert.deepEqual(policy.verification, []);
  assert.equal(policy.verification.some((method) => /administrator|company/.test(method)), false);
  if (mayNotCheckCompanies.includes(profile)) assert.equal(policy.companyCheck, null);
  for (const part of ['open', 'confirm'] as const) {
    if (plain.labels[part] !== null) assert.deepEqual(policy.labels[part], plain.labels[part]);
  }
  assert.ok(['never', 'after'].includes(policy.survey));
  if (!mayOfferBesides.includes(profile)) assert.notEqual(policy.offer.placement, 'with_confirm');
  assert.ok(policy.offer.quietDays >= plain.offer.quietDays);
  assert.deepEqual(policy.receipt.fields, plain.receipt.fields);
  assert.ok((policy.withdrawal?.days ?? 0) >= (plain.withdrawal?.days ?? 0));
  if (plain.withdrawal !== null) assert.ok((policy.withdrawal?.refundDays ?? 99) <= plain.withdrawal.refundDays);
  if (plain.refundDays !== null) assert.ok((policy.refundDays ?? 99) <= plain.refundDays);
  assertNotices(policy, plain);
}

function assertReceipt({ profile, receipt }: EvaluatedPolicy, on: string): void {
  const atOnce = answersAtOnce.includes(profile) && on > '2026-06-19';
  assert.ok(receipt.withinSeconds <= (atOnce ? 60 : 86_400));
}

describe('no operator can make leaving harder than the place lets them', () => {
  it('with any wishes that pass, a policy asks no more of a member than without them', () => {
    fc.assert(
      fc.property(anyQuestion, (asked) => {
        const wishes = passing(asked);
        const policy = ask(asked.profile, { ...asked, wishes });
        assertNotStricter(policy, ask(asked.profile, { ...asked, wishes: {} }));
        assertReceipt(policy, asked.on);
      }),
      { numRuns: 2_000 },
    );
  });

  it('with any wishes at all, checked or not, neither', () => {
    fc.assert(
      fc.property(anyQuestion, (asked) => {
        const policy = ask(asked.profile, asked);
        assertNotStricter(policy, ask(asked.profile, { ...asked, wishes: {} }));
        assertReceipt(policy, asked.on);
      }),
      { numRuns: 2_000 },
    );
  });

  it('names only rules that are written down, each once, and answers the same to the same question', () => {
    const known = new Set(rules.map(({ id }) => id));
    fc.assert(
      fc.property(anyQuestion, (asked) => {
        const policy = ask(asked.profile, asked);
        assert.ok(policy.rules.every((id) => known.has(id)));
        assert.equal(new Set(policy.rules).size, policy.rules.length);
        assert.deepEqual(ask(asked.profile, asked), policy);
      }),
      { numRuns: 500 },
    );
  });
});
