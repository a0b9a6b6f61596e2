import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MembershipKind, Payment, Renewal, type BillingFacts, type Membership } from '@leavewell/contract';
import { seen, someFacts } from './a-membership.ts';

/** Moments on both sides of everything that may happen to `someFacts` below. */
const moments = [
  '2024-12-31T15:59:59Z',
  '2024-12-31T16:00:00Z',
  '2026-06-15T00:00:00Z',
  '2026-12-30T16:00:00Z',
  '2026-12-31T15:59:59Z',
  '2026-12-31T16:00:00Z',
  '2027-01-14T15:59:59Z',
  '2027-01-14T16:00:00Z',
  '2030-01-01T00:00:00Z',
];

/** Every one of `partials` with every one of `values`. */
function vary<K extends keyof BillingFacts>(
  partials: readonly Partial<BillingFacts>[],
  key: K,
  values: readonly BillingFacts[K][],
): Partial<BillingFacts>[] {
  return partials.flatMap((partial) => values.map((value) => ({ ...partial, [key]: value })));
}

const kinds = vary(vary([{}], 'kind', MembershipKind.options), 'renewal', Renewal.options);
const axes = vary(kinds, 'payment', Payment.options);
const ends = vary(vary(axes, 'endedAt', [null, '2026-06-15T00:00:00Z', '2027-01-01T00:00:00Z']), 'periodEndsAt', [
  '2026-12-31T16:00:00Z',
  null,
]);
const graces = vary(ends, 'graceEndsAt', [null, '2026-12-01T00:00:00Z', '2027-01-14T16:00:00Z']);
const pauses = vary(graces, 'resumesAt', [null, '2027-01-14T16:00:00Z']);
const everyFacts = vary(pauses, 'cancelBy', [null, '2026-12-30T16:00:00Z']).map(someFacts);

const all = everyFacts.flatMap((facts) => moments.map((now) => ({ facts, now, membership: seen(facts, now) })));

/** Says which combination broke the rule. */
function always(rule: (membership: Membership, facts: BillingFacts, now: string) => boolean): void {
  const broken = all.find(({ membership, facts, now }) => !rule(membership, facts, now));
  assert.equal(broken && JSON.stringify(broken), undefined);
}

const implies = (condition: boolean, consequence: boolean): boolean => !condition || consequence;

describe('in every combination of kind, renewal, payment and time', () => {
  it('there are tens of thousands, and every state is among them (S5)', () => {
    assert.ok(all.length > 40_000);
    assert.equal(new Set(all.map(({ membership }) => membership.state)).size, 11);
    assert.equal(new Set(all.map(({ membership }) => membership.access)).size, 5);
  });

  it('canceling and resuming are never both allowed (XO1)', () => {
    always(({ actions }) => !(actions.cancelRenewal.allowed && actions.resumeRenewal.allowed));
  });

  it('an action that is refused says why, and one that is allowed says nothing', () => {
    always(({ actions: { cancelRenewal, resumeRenewal } }) =>
      [cancelRenewal, resumeRenewal].every(({ allowed, refusal }) => allowed === (refusal === null)),
    );
  });

  it('canceling is allowed only for what may be charged again, resuming only for what is off (S34, S56)', () => {
    always(({ actions, kind, renewal }) =>
      implies(actions.cancelRenewal.allowed, kind === 'recurring' && (renewal === 'on' || renewal === 'paused')),
    );
    always(({ actions, kind, renewal, access }) =>
      implies(actions.resumeRenewal.allowed, kind === 'recurring' && renewal === 'off' && access !== 'ended'),
    );
  });

  it('a member with the right can always stop a charge that is announced, until the deadline (S13)', () => {
    always(({ actions, nextChargeAt, cancelBy }, _, now) =>
      implies(nextChargeAt !== null && cancelBy !== null && cancelBy > now, actions.cancelRenewal.allowed),
    );
  });

  it('a charge is announced only while renewal is on and the money is in order (S62)', () => {
    always(({ nextChargeAt, kind, renewal, payment, endedAt }) =>
      implies(
        nextChargeAt !== null,
        kind === 'recurring' && renewal === 'on' && endedAt === null && (payment === 'ok' || payment === 'trial'),
      ),
    );
  });

  it('a charge, its deadline, its word and the day after it come and go together', () => {
    always(({ nextChargeAt, cancelBy, nextLastDay }) =>
      (nextChargeAt === null) === (cancelBy === null) && (nextChargeAt === null) === (nextLastDay === null),
    );
    always(({ state, nextChargeAt }, facts) =>
      implies((state === 'renewing' || state === 'trialing') && facts.periodEndsAt !== null, nextChargeAt !== null),
    );
    always(({ scheduledChange, nextChargeAt }) =>
      implies(scheduledChange?.action === 'renew', scheduledChange?.at === nextChargeAt),
    );
  });

  it('what is over offers nothing, announces nothing and is called so', () => {
    always(({ access, state }) => (access === 'ended') === (state === 'expired' || state === 'revoked'));
    always(({ access, actions: { cancelRenewal, resumeRenewal } }) =>
      implies(access === 'ended', !cancelRenewal.allowed && !resumeRenewal.allowed),
    );
    always(({ access, nextChargeAt, scheduledChange }) =>
      implies(access === 'ended', nextChargeAt === null && scheduledChange === null),
    );
  });

  it('what is scheduled lies ahead, unless a renewal is overdue', () => {
    always(({ scheduledChange }, _, now) =>
      implies(scheduledChange !== null && scheduledChange.action !== 'renew', (scheduledChange?.at ?? '') > now),
    );
  });

  it('states on hold have no access, and states that promise access give it', () => {
    const promising = ['renewing', 'trialing', 'ending', 'fixed_term', 'lifetime'];
    always(({ state, access }) => implies(state === 'on_hold', access === 'suspended'));
    always(({ state, access }) => implies(promising.includes(state), access === 'granted'));
    always(({ state, access }) => implies(state === 'payment_problem', access === 'granted' || access === 'grace'));
    always(({ state, access }) => (state === 'upcoming') === (access === 'pending'));
  });

  it('the last day and the end of access are both there or both absent', () => {
    always(({ accessEndsAt, lastDay }) => (accessEndsAt === null) === (lastDay === null));
    always(({ kind, endedAt, accessEndsAt, payment }) =>
      implies(kind === 'lifetime' && endedAt === null && payment !== 'past_due', accessEndsAt === null),
    );
  });

  it('a refusal names a person only to those who can be helped by one', () => {
    always(({ actions }) => {
      const { refusal } = actions.cancelRenewal;
      return refusal === null || implies(refusal.contact !== null, refusal.remedy === 'ask_administrator');
    });
  });
});

describe('canceling, in every combination where it is allowed', () => {
  const cancelable = all.filter(({ membership }) => membership.actions.cancelRenewal.allowed);
  const canceled = ({ facts, now }: (typeof all)[number]): Membership =>
    seen({ ...facts, renewal: 'off', renewalOff: { by: 'member', at: now } }, now);

  it('leaves access, its end and the last day as they were while there is paid time left (S61, S63)', () => {
    for (const one of cancelable) {
      if (one.facts.periodEndsAt !== null && one.facts.periodEndsAt <= one.now) continue;
      const after = canceled(one);
      const { access, accessEndsAt, lastDay } = one.membership;
      assert.deepEqual([after.access, after.accessEndsAt, after.lastDay], [access, accessEndsAt, lastDay]);
    }
  });

  it('leaves no charge, cannot be done twice, and never gives access that was not there (S62, XO1)', () => {
    for (const one of cancelable) {
      const after = canceled(one);
      assert.equal(after.nextChargeAt, null);
      assert.equal(after.actions.cancelRenewal.allowed, false);
      if (one.membership.access === 'suspended') assert.notEqual(after.access, 'granted');
    }
  });
});
