import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ServiceError, type BillingCommand } from '@leavewell/server';
import { ledgerProvider } from '../../src/ledger/ledger-provider.ts';
import { aSubject } from './a-subject.ts';

const command: BillingCommand = { intentId: 'i1', by: 'member', at: new Date('2027-01-10T12:00:00Z') };
const provider = ledgerProvider();
const withdrawn = async (facts: Parameters<typeof aSubject>[0] = {}) =>
  (await provider.withdraw(aSubject(facts), command)).facts;

describe('withdrawing in the host’s own ledger', () => {
  it('ends now, notes who and when, says that the money goes back, and leaves the rest as it was', async () => {
    const at = '2027-01-10T12:00:00Z';
    const over = { endedAt: at, payment: 'refunded', renewal: 'off', renewalOff: { by: 'member', at } } as const;
    assert.deepEqual(await withdrawn(), { ...aSubject().facts, ...over });
  });

  it('is followed by no charge, ever (S62)', async () => {
    const facts = await withdrawn();
    assert.deepEqual(provider.current({ ...aSubject(), facts }, new Date('2030-01-01T00:00:00Z')), facts);
  });

  it('keeps who cancelled before, and ends a pause', async () => {
    const renewalOff = { by: 'administrator', at: '2027-01-05T00:00:00Z' } as const;
    assert.deepEqual((await withdrawn({ renewal: 'off', renewalOff })).renewalOff, renewalOff);
    const { renewal, resumesAt } = await withdrawn({ renewal: 'paused', resumesAt: '2027-01-20T00:00:00Z' });
    assert.deepEqual([renewal, resumesAt], ['off', null]);
  });

  it('is done to what was bought once or for a lifetime, which has no renewal to switch off (S55, S56)', async () => {
    for (const kind of ['fixed_term', 'lifetime'] as const) {
      const none = { kind, renewal: 'not_applicable' } as const;
      const facts = await withdrawn(kind === 'lifetime' ? { ...none, periodEndsAt: null } : none);
      assert.deepEqual([facts.renewal, facts.renewalOff, facts.payment], ['not_applicable', null, 'refunded']);
    }
  });

  it('gives back only what was paid, and leaves nothing owed', async () => {
    const free = { amount: 0, currency: 'EUR', interval: { unit: 'month', count: 1 } } as const;
    const table = [
      [{ payment: 'trial' }, 'trial'],
      [{ payment: 'past_due', graceEndsAt: '2027-02-01T00:00:00Z' }, 'ok'],
      [{ payment: 'unpaid' }, 'ok'],
      [{ payment: 'disputed' }, 'refunded'],
      [{ price: free }, 'ok'],
      [{ price: null }, 'refunded'],
    ] as const;
    for (const [before, payment] of table) {
      const facts = await withdrawn(before);
      assert.deepEqual([facts.payment, facts.graceEndsAt], [payment, null], JSON.stringify(before));
    }
  });

  it('refuses what the host ended and kept the money of', async () => {
    const ended = aSubject({ endedAt: '2027-01-05T00:00:00Z' });
    await assert.rejects(
      provider.withdraw(ended, command),
      (error) => error instanceof ServiceError && error.code === 'membership_ended',
    );
  });
});
