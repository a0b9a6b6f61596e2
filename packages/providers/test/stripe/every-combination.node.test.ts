import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BillingFacts } from '@leavewell/contract';
import { translateSubscription } from '../../src/stripe/translate.ts';
import { newerShape, olderShape, seconds, type Changes } from './a-subscription.ts';

const over = ['canceled', 'incomplete_expired'];
const statuses = ['trialing', 'active', 'past_due', 'unpaid', 'paused', 'incomplete', 'new_word', ...over];
const cancels: readonly Changes[] = [
  {},
  { cancel_at_period_end: true },
  { cancel_at_period_end: true, cancel_at: seconds('2026-09-30T09:00:00Z') },
  { cancel_at: seconds('2026-09-30T09:00:00Z'), canceled_at: seconds('2026-09-10T10:00:00Z') },
  { cancel_at: seconds('2026-09-15T00:00:00Z') },
  { cancel_at: seconds('2027-09-30T09:00:00Z') },
];
const pauses: readonly Changes[] = [
  {},
  { pause_collection: { behavior: 'void', resumes_at: null } },
  { pause_collection: { behavior: 'keep_as_draft', resumes_at: seconds('2026-12-01T00:00:00Z') } },
];
const reasons = [null, 'cancellation_requested', 'payment_failed', 'payment_disputed', 'new_reason'];
const broken: readonly Changes[] = [
  {},
  { start_date: null, created: 'x', currency: 7, cancellation_details: 'x', default_payment_method: 1 },
  { start_date: -1, created: 1.5, cancellation_details: null, items: { data: [null, 7, { price: {} }] } },
];

interface Case {
  readonly status: string;
  readonly wire: Changes;
  readonly facts: BillingFacts;
}

/** Every one of `some` with the changes of every one of `others` on top. */
function cross(some: readonly Changes[], others: readonly Changes[]): Changes[] {
  return some.flatMap((one) => others.map((other) => ({ ...one, ...other })));
}

const period = { current_period_end: seconds('2026-09-30T09:00:00Z') };
const told = reasons.map((reason) => ({ cancellation_details: { reason, feedback: null, comment: null } }));
const lives = cross(cross(cross(cancels, pauses), told), broken).map((changes) => ({ ...period, ...changes }));
const all: Case[] = statuses.flatMap((status) =>
  [olderShape, newerShape].flatMap((shape) =>
    lives.map((life) => {
      const wire = shape({ ...life, status });
      return { status, wire, facts: translateSubscription(wire) };
    }),
  ),
);

function always(rule: (facts: BillingFacts, one: Case) => boolean): void {
  const found = all.find((one) => !rule(one.facts, one));
  assert.equal(found && JSON.stringify(found), undefined);
}

describe('whatever Stripe sends: every status, way of canceling, pause, reason and fault (CP2)', () => {
  it('is translated to facts that our contract accepts', () => {
    assert.ok(all.length > 4_000);
    always((facts) => BillingFacts.safeParse(facts).success);
  });

  it('is renewal that is off with a name and a date, or not off without', () => {
    always(({ renewal, renewalOff }) => (renewal === 'off') === (renewalOff !== null));
  });

  it('is over exactly when Stripe says so', () => {
    always(({ endedAt }, { status }) => (endedAt !== null) === over.includes(status));
    always(({ endedAt, renewal }) => endedAt === null || renewal === 'off');
  });

  it('is canceled by the flag alone and by the date alone (better-auth 5535, 7768)', () => {
    always(({ renewal }, { wire }) => wire['cancel_at_period_end'] !== true || renewal === 'off');
    always(({ renewal }, { wire }) => wire['cancel_at'] !== seconds('2026-09-30T09:00:00Z') || renewal === 'off');
  });

  it('still renews while the date lies after the next charge', () => {
    always(({ renewal }, { wire, status }) =>
      wire['cancel_at'] !== seconds('2027-09-30T09:00:00Z') || renewal !== 'off' || over.includes(status),
    );
  });

  it('is paused by a pause, unless it was canceled or is over', () => {
    always(({ renewal }, { wire }) => wire['pause_collection'] === null || renewal !== 'on');
    always(({ renewal, resumesAt }) => resumesAt === null || renewal === 'paused');
  });

  it('never has a period that ends before it begins, or later than Stripe says', () => {
    always(({ periodEndsAt }) => periodEndsAt !== null && periodEndsAt <= '2026-09-30T09:00:00Z');
    always(({ periodStartsAt, periodEndsAt }) => periodEndsAt !== null && periodStartsAt <= periodEndsAt);
  });
});
