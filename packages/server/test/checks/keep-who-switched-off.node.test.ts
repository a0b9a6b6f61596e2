import type { BillingFacts } from '@leavewell/contract';
import { membershipFixture } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepWhoSwitchedOff } from '../../src/rules/keep-who-switched-off.ts';

const { facts: on } = membershipFixture('m_pro');
assert.ok(on);
const off = (by: NonNullable<BillingFacts['renewalOff']>['by'], at: string, change: Partial<BillingFacts> = {}) => ({
  ...on,
  renewal: 'off' as const,
  renewalOff: { by, at },
  ...change,
});
const mine = off('member', '2026-11-01T08:00:00Z');
const theirs = off('provider', '2026-11-01T08:00:03Z');

test('who canceled here stays known while the company only says that it is off', () => {
  assert.deepEqual(keepWhoSwitchedOff(mine, theirs), mine);
  assert.deepEqual(keepWhoSwitchedOff(mine, { ...theirs, renewalOff: null }), mine);
  const ofAdministrator = off('administrator', '2026-11-01T08:00:00Z');
  assert.deepEqual(keepWhoSwitchedOff(ofAdministrator, theirs), ofAdministrator);
});

test('everything else the company says goes', () => {
  const { renewalOff, payment } = keepWhoSwitchedOff(mine, { ...theirs, payment: 'refunded' });
  assert.deepEqual([renewalOff, payment], [mine.renewalOff, 'refunded']);
});

test('the same end of the period is known in another spelling', () => {
  const spelled = { ...theirs, periodEndsAt: '2026-12-31T16:00:00.000Z' };
  assert.equal(keepWhoSwitchedOff(mine, spelled).renewalOff?.by, 'member');
});

const taken: readonly [string, BillingFacts | undefined, BillingFacts][] = [
  ['is on again', mine, on],
  ['is paused', mine, { ...on, renewal: 'paused' }],
  ['is off in another period', mine, { ...theirs, periodEndsAt: '2027-12-31T16:00:00Z' }],
  ['has ended for good', mine, { ...theirs, periodEndsAt: null }],
  ['was switched off by a failed payment', mine, off('payment_failure', '2026-11-20T08:00:00Z')],
  ['was switched off at the company before and is again', off('provider', '2026-10-01T08:00:00Z'), theirs],
  ['was on until now', on, theirs],
  ['is read for the first time', undefined, theirs],
];

for (const [what, stored, read] of taken) {
  test(`a renewal that ${what} is taken as the company says`, () => {
    assert.deepEqual(keepWhoSwitchedOff(stored, read), read);
  });
}
