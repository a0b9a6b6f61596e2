import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keepWithdrawal } from '../../src/withdraw/keep-withdrawal.ts';
import { aRecord, someFacts } from '../rules/a-membership.ts';

const renewalOff = { by: 'member', at: '2026-11-20T00:00:00Z' } as const;
const gone = { endedAt: '2026-11-20T00:00:00Z', payment: 'refunded' } as const;
const withdrawn = aRecord({ receiptId: 'WR-2345-6789', facts: someFacts({ renewal: 'off', renewalOff, ...gone }) });

describe('facts that a host declares again after a member withdrew', () => {
  it('of the same period do not bring it back to life: neither access nor a charge follows (S62)', () => {
    assert.deepEqual(keepWithdrawal(withdrawn, someFacts()), someFacts({ renewal: 'off', renewalOff, ...gone }));
  });

  it('nor what was bought once', () => {
    const once = { kind: 'fixed_term', renewal: 'not_applicable' } as const;
    const stored = { ...withdrawn, facts: someFacts({ ...once, ...gone }) };
    assert.deepEqual(keepWithdrawal(stored, someFacts(once)), someFacts({ ...once, ...gone }));
  });

  it('of a later period are a new purchase, and are taken as they are', () => {
    const later = someFacts({ periodEndsAt: '2027-12-31T16:00:00Z' });
    assert.equal(keepWithdrawal(withdrawn, later), later);
  });

  it('that say themselves when it ended are taken as they are', () => {
    const told = someFacts({ endedAt: '2026-11-21T00:00:00Z' });
    assert.equal(keepWithdrawal(withdrawn, told), told);
  });

  it('of a membership that nobody withdrew from here are taken as they are', () => {
    const declared = someFacts();
    assert.equal(keepWithdrawal(undefined, declared), declared);
    assert.equal(keepWithdrawal(aRecord({ facts: someFacts(gone) }), declared), declared);
    const canceled = { ...withdrawn, facts: someFacts({ renewal: 'off', renewalOff }) };
    assert.equal(keepWithdrawal(canceled, declared), declared);
  });
});
