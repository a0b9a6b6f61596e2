import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ServiceError, type BillingCommand, type BillingSubject } from '@leavewell/server';
import ledger, { ledgerProvider } from '../../src/ledger/ledger-provider.ts';
import { aSubject } from './a-subject.ts';

const command: BillingCommand = { intentId: 'i1', by: 'member', at: new Date('2027-01-10T12:00:00Z') };
const later = { ...command, intentId: 'i2', at: new Date('2027-01-20T00:00:00Z') };
const off = { renewal: 'off', renewalOff: { by: 'member', at: '2027-01-10T12:00:00Z' } } as const;
const provider = ledgerProvider();

const refusal = (code: string) => (error: unknown) => error instanceof ServiceError && error.code === code;
const after = (subject: BillingSubject, facts: BillingSubject['facts']): BillingSubject => ({ ...subject, facts });

describe('canceling in the host’s own ledger', () => {
  it('switches renewal off, notes who and when, and changes nothing else (S63)', async () => {
    const { facts, reference } = await provider.cancelRenewal(aSubject(), command);
    assert.deepEqual(facts, { ...aSubject().facts, ...off });
    assert.equal(reference, null);
  });

  it('is followed by no charge, ever (S62)', async () => {
    const { facts } = await provider.cancelRenewal(aSubject(), command);
    for (const now of ['2027-01-31T00:00:00Z', '2028-01-01T00:00:00Z']) {
      assert.deepEqual(provider.current(after(aSubject(), facts), new Date(now)), facts);
    }
  });

  it('a second before the charge stops it, at the charge it stops the next one (XO7)', async () => {
    const before = await provider.cancelRenewal(aSubject(), { ...command, at: new Date('2027-01-30T23:59:59Z') });
    assert.equal(before.facts.periodEndsAt, '2027-01-31T00:00:00Z');
    const atCharge = await provider.cancelRenewal(aSubject(), { ...command, at: new Date('2027-01-31T00:00:00Z') });
    assert.equal(atCharge.facts.periodEndsAt, '2027-02-28T00:00:00Z');
  });

  it('a second time confirms the first, unchanged (XO1)', async () => {
    const once = await provider.cancelRenewal(aSubject(), command);
    const twice = await provider.cancelRenewal(after(aSubject(), once.facts), { ...later, by: 'administrator' });
    assert.deepEqual(twice, once);
    const afterTheEnd = { ...command, at: new Date('2028-01-01T00:00:00Z') };
    assert.deepEqual(await provider.cancelRenewal(after(aSubject(), once.facts), afterTheEnd), once);
  });

  it('works for trials, failed payments and pauses', async () => {
    for (const facts of [{ payment: 'trial' }, { payment: 'past_due' }, { payment: 'unpaid' }] as const) {
      const canceled = await provider.cancelRenewal(aSubject(facts), command);
      assert.deepEqual(canceled.facts, { ...aSubject(facts).facts, ...off });
    }
    const paused = aSubject({ renewal: 'paused', resumesAt: '2027-06-01T00:00:00Z' });
    assert.deepEqual((await provider.cancelRenewal(paused, command)).facts, { ...aSubject().facts, ...off });
  });

  it('is refused where there is nothing to cancel', async () => {
    const oneOff = aSubject({ kind: 'fixed_term', renewal: 'not_applicable' });
    await assert.rejects(provider.cancelRenewal(oneOff, command), refusal('nothing_to_cancel'));
    const lifetime = aSubject({ kind: 'lifetime', renewal: 'not_applicable', periodEndsAt: null });
    await assert.rejects(provider.cancelRenewal(lifetime, command), refusal('nothing_to_cancel'));
    const ended = aSubject({ endedAt: '2027-01-05T00:00:00Z' });
    await assert.rejects(provider.cancelRenewal(ended, command), refusal('membership_ended'));
  });
});

describe('resuming in the host’s own ledger', () => {
  it('switches renewal on again, as if it had never been off', async () => {
    assert.deepEqual((await provider.resumeRenewal(aSubject(off), later)).facts, aSubject().facts);
  });

  it('a second time confirms the first, unchanged (XO1)', async () => {
    const once = await provider.resumeRenewal(aSubject(off), later);
    assert.deepEqual(await provider.resumeRenewal(after(aSubject(), once.facts), later), once);
  });

  it('is refused when the paid time is over, and for what never renewed', async () => {
    const tooLate = { ...command, at: new Date('2027-01-31T00:00:00Z') };
    await assert.rejects(provider.resumeRenewal(aSubject(off), tooLate), refusal('membership_ended'));
    const ended = aSubject({ ...off, endedAt: '2027-01-05T00:00:00Z' });
    await assert.rejects(provider.resumeRenewal(ended, command), refusal('membership_ended'));
    const paused = aSubject({ renewal: 'paused' });
    await assert.rejects(provider.resumeRenewal(paused, command), refusal('nothing_to_resume'));
    const oneOff = aSubject({ kind: 'fixed_term', renewal: 'not_applicable' });
    await assert.rejects(provider.resumeRenewal(oneOff, command), refusal('nothing_to_resume'));
  });
});

describe('any order and number of commands', () => {
  it('ends where the last one points, with the same period (XO1)', async () => {
    for (let order = 0; order < 64; order += 1) {
      let subject = aSubject();
      let last = 'on';
      for (let step = 0; step < 6; step += 1) {
        last = (order >> step) % 2 === 0 ? 'off' : 'on';
        const send = last === 'off' ? provider.cancelRenewal : provider.resumeRenewal;
        subject = after(subject, (await send(subject, command)).facts);
      }
      assert.equal(subject.facts.renewal, last);
      assert.equal(subject.facts.renewalOff === null, last === 'on');
      assert.equal(subject.facts.periodEndsAt, aSubject().facts.periodEndsAt);
    }
  });
});

describe('the ledger', () => {
  it('is found by its name, and is the default export for the command line', () => {
    assert.equal(provider.name, 'ledger');
    assert.equal(ledger, ledgerProvider);
  });
});
