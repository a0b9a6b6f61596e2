import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ledgerProvider } from '../../src/ledger/ledger-provider.ts';
import { aSubject } from './a-subject.ts';

const ledger = ledgerProvider();
type Facts = Parameters<typeof aSubject>[0];

function periodAt(now: string, facts: Facts = {}, timeZone = 'UTC'): string {
  const { periodStartsAt, periodEndsAt } = ledger.current(aSubject(facts, timeZone), new Date(now));
  return `${periodStartsAt} to ${periodEndsAt}`;
}

const first = '2026-12-31T00:00:00Z to 2027-01-31T00:00:00Z';

describe('a membership in the host’s own ledger renews with the clock', () => {
  const table: ReadonlyArray<readonly [string, string, string]> = [
    ['2027-01-30T23:59:59Z', first, 'not a second early'],
    ['2027-01-31T00:00:00Z', '2027-01-31T00:00:00Z to 2027-02-28T00:00:00Z', 'at the instant'],
    ['2027-02-28T00:00:00Z', '2027-02-28T00:00:00Z to 2027-03-31T00:00:00Z', 'back on the 31st after February'],
    [
      '2028-02-15T00:00:00Z',
      '2028-01-31T00:00:00Z to 2028-02-29T00:00:00Z',
      'several periods at once, into a leap year',
    ],
  ];
  for (const [now, period, why] of table) it(`${why} (${now})`, () => assert.equal(periodAt(now), period));

  it('to the same period, whether it is looked at every day or once', () => {
    let subject = aSubject();
    const days = 800;
    for (let day = 1; day <= days; day += 1) {
      const now = new Date(Date.UTC(2026, 11, 31 + day));
      subject = { ...subject, facts: ledger.current(subject, now) };
      assert.deepEqual(subject.facts, ledger.current(aSubject(), now), now.toISOString());
    }
  });

  it('in the time of its zone over a DST change', () => {
    const march = {
      startsAt: '2027-02-28T23:00:00Z',
      periodStartsAt: '2027-02-28T23:00:00Z',
      periodEndsAt: '2027-03-31T22:00:00Z',
    };
    const inBerlin = (now: string): string => periodAt(now, march, 'Europe/Berlin');
    assert.equal(inBerlin('2027-04-01T00:00:00Z'), '2027-03-31T22:00:00Z to 2027-04-30T22:00:00Z');
    assert.equal(inBerlin('2027-11-15T00:00:00Z'), '2027-10-31T23:00:00Z to 2027-11-30T23:00:00Z');
  });

  it('at once when nobody looked for a hundred years of days', () => {
    const daily = { price: { amount: 1, currency: 'EUR', interval: { unit: 'day', count: 1 } } } as const;
    const started = process.cpuUsage();
    assert.equal(periodAt('2127-01-31T12:00:00Z', daily), '2127-01-31T00:00:00Z to 2127-02-01T00:00:00Z');
    assert.ok(process.cpuUsage(started).user < 100_000, 'takes under 0.1 s of CPU time');
  });

  it('and turns a trial into a paid period that counts from the trial’s end', () => {
    const began = '2027-01-17T00:00:00Z';
    const trial = { payment: 'trial', startsAt: began, periodStartsAt: began } as const;
    assert.equal(ledger.current(aSubject(trial), new Date('2027-01-30T00:00:00Z')).payment, 'trial');
    const { payment, periodEndsAt } = ledger.current(aSubject(trial), new Date('2027-03-01T00:00:00Z'));
    assert.deepEqual({ payment, periodEndsAt }, { payment: 'ok', periodEndsAt: '2027-03-31T00:00:00Z' });
  });

  it('and keeps the deadline for canceling as far ahead of the charge as it was', () => {
    const facts = ledger.current(aSubject({ cancelBy: '2027-01-29T00:00:00Z' }), new Date('2027-02-01T00:00:00Z'));
    assert.equal(facts.cancelBy, '2027-02-26T00:00:00Z');
  });

  it('and says the same when it is asked as a company would be', async () => {
    const now = new Date('2027-06-01T00:00:00Z');
    assert.deepEqual(await ledger.read(aSubject(), now), ledger.current(aSubject(), now));
  });
});

describe('a membership in the ledger stays as it is', () => {
  const off = { renewal: 'off', renewalOff: { by: 'member', at: '2027-01-10T00:00:00Z' } } as const;
  const table: ReadonlyArray<readonly [string, NonNullable<Facts>]> = [
    ['when renewal is off (S62)', off],
    ['when renewal is off, whatever is left of a pause (S62)', { ...off, resumesAt: '2027-02-15T00:00:00Z' }],
    ['when it is paused', { renewal: 'paused' }],
    ['when it was bought once', { kind: 'fixed_term', renewal: 'not_applicable' }],
    ['when it was bought once, whatever its renewal says', { kind: 'fixed_term', renewal: 'on' }],
    ['when it is for a lifetime', { kind: 'lifetime', renewal: 'not_applicable', periodEndsAt: null }],
    ['when it was ended', { endedAt: '2027-01-15T00:00:00Z' }],
    ['after a failed payment, until the host says more', { payment: 'past_due' }],
    ['on hold', { payment: 'unpaid' }],
    ['after a refund', { payment: 'refunded' }],
    ['after a dispute', { payment: 'disputed' }],
    ['when no interval is known', { price: null }],
  ];
  for (const [what, facts] of table) {
    it(what, () => {
      const subject = aSubject(facts);
      assert.deepEqual(ledger.current(subject, new Date('2029-01-01T00:00:00Z')), subject.facts);
    });
  }
});

describe('a pause in the ledger', () => {
  const paused = (resumesAt: string) => ({ renewal: 'paused', resumesAt }) as const;

  it('that ends within the paid period changes no date', () => {
    const facts = ledger.current(aSubject(paused('2027-01-15T00:00:00Z')), new Date('2027-01-20T00:00:00Z'));
    assert.deepEqual(facts, aSubject().facts);
  });

  it('that ends later begins a new period when it ends, and renews from there', () => {
    const facts = paused('2027-03-10T09:00:00Z');
    assert.equal(periodAt('2027-03-10T08:59:59Z', facts), first);
    assert.equal(periodAt('2027-03-10T09:00:00Z', facts), '2027-03-10T09:00:00Z to 2027-04-10T09:00:00Z');
    assert.equal(periodAt('2027-05-01T00:00:00Z', facts), '2027-04-10T09:00:00Z to 2027-05-10T09:00:00Z');
  });

  it('charges nothing at its end while a payment is open', () => {
    const owing = aSubject({ ...paused('2027-03-10T09:00:00Z'), payment: 'past_due' });
    const facts = ledger.current(owing, new Date('2027-04-01T00:00:00Z'));
    assert.deepEqual([facts.renewal, facts.payment, facts.periodEndsAt], ['on', 'past_due', '2027-01-31T00:00:00Z']);
  });
});
