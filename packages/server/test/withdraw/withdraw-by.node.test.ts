import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decideWithdraw, withdrawByOf } from '../../src/rules/withdraw.ts';
import { aMember, aRecord, company, noLaw, someFacts } from '../rules/a-membership.ts';

const fourteen = { ...noLaw, right: { days: 14, refundDays: 14, rule: 'EU-9-14d' } };
const seven = { ...noLaw, right: { days: 7, refundDays: 0, rule: 'BR-CDC-49' } };

/** Worked out by hand from calendars and offsets: what; zone; begin; the first instant after the last day. */
const table = [
  ['the day of the purchase is not counted, from its start', 'Asia/Shanghai', '2026-11-15T16:00:00Z', '2026-11-30T16:00:00Z'],
  ['nor when it is its last second', 'Asia/Shanghai', '2026-11-16T15:59:59Z', '2026-11-30T16:00:00Z'],
  ['a second later is another day', 'Asia/Shanghai', '2026-11-16T16:00:00Z', '2026-12-01T16:00:00Z'],
  ['clocks go back within it', 'Europe/Berlin', '2026-10-15T10:00:00Z', '2026-10-29T23:00:00Z'],
  ['clocks go forward within it', 'Europe/Berlin', '2027-03-20T11:00:00Z', '2027-04-03T22:00:00Z'],
  ['clocks go forward at the very midnight', 'America/Santiago', '2026-08-22T15:00:00Z', '2026-09-06T04:00:00Z'],
  ['over the end of a short February', 'Europe/Paris', '2027-02-20T12:00:00Z', '2027-03-06T23:00:00Z'],
  ['over 29 February', 'Europe/Paris', '2028-02-20T12:00:00Z', '2028-03-05T23:00:00Z'],
  ['over the end of a year', 'America/New_York', '2026-12-31T17:00:00Z', '2027-01-15T05:00:00Z'],
  ['a day that Apia skipped is none of the fourteen', 'Pacific/Apia', '2011-12-20T20:00:00Z', '2012-01-04T10:00:00Z'],
  ['nor when it is the first of them', 'Pacific/Apia', '2011-12-29T20:00:00Z', '2012-01-13T10:00:00Z'],
  ['furthest east', 'Pacific/Kiritimati', '2026-11-15T09:59:59Z', '2026-11-29T10:00:00Z'],
  ['furthest west', 'Pacific/Pago_Pago', '2026-11-15T11:00:00Z', '2026-11-30T11:00:00Z'],
] as const;

describe('fourteen days to undo a purchase, in the zone of the account (EU-9-14d, TZ2)', () => {
  for (const [what, timeZone, startsAt, until] of table) {
    it(`${what}: bought ${startsAt} in ${timeZone}, undone before ${until}`, () => {
      const record = aRecord({ timeZone });
      assert.equal(withdrawByOf({ record, facts: someFacts({ startsAt }), law: fourteen }), until);
    });
  }

  it('seven where the law gives seven, and none where it gives none (KR-17-7d, BR-CDC-49)', () => {
    const facts = someFacts({ startsAt: '2026-11-15T15:00:00Z' });
    const question = { record: aRecord({ timeZone: 'Asia/Seoul' }), facts };
    assert.equal(withdrawByOf({ ...question, law: seven }), '2026-11-23T15:00:00Z');
    assert.equal(withdrawByOf({ ...question, law: noLaw }), null);
  });

  it('a renewal gives no new right (EU-9-once)', () => {
    const facts = someFacts({ startsAt: '2025-01-01T00:00:00Z', periodStartsAt: '2026-11-20T00:00:00Z' });
    const until = withdrawByOf({ record: aRecord({ timeZone: 'UTC' }), facts, law: fourteen });
    assert.equal(until, '2025-01-16T00:00:00Z');
  });
});

describe('who may undo a purchase, and when', () => {
  const startsAt = '2026-11-15T16:00:00Z';
  const facts = someFacts({ startsAt, periodStartsAt: startsAt, periodEndsAt: '2027-11-15T16:00:00Z' });
  const asked = { record: aRecord(), viewer: aMember(), facts, now: new Date('2026-11-20T00:00:00Z'), law: fourteen };
  const answer = (changes: Partial<typeof asked> = {}) => {
    const { allowed, refusal } = decideWithdraw({ ...asked, ...changes });
    return allowed ? 'allowed' : refusal?.code;
  };

  it('up to the last millisecond, and not at the instant after it', () => {
    assert.equal(answer({ now: new Date('2026-11-30T15:59:59.999Z') }), 'allowed');
    assert.equal(answer({ now: new Date('2026-11-30T16:00:00Z') }), 'withdrawal_over');
    assert.equal(decideWithdraw({ ...asked, law: noLaw }).refusal?.code, 'withdrawal_over');
  });

  it('whatever was bought: what renews, a fixed term, a lifetime, a trial (S55, S56)', () => {
    const none = { renewal: 'not_applicable' } as const;
    assert.equal(answer({ facts: { ...facts, kind: 'fixed_term', ...none } }), 'allowed');
    assert.equal(answer({ facts: { ...facts, kind: 'lifetime', ...none, periodEndsAt: null } }), 'allowed');
    assert.equal(answer({ facts: { ...facts, payment: 'trial' } }), 'allowed');
  });

  it('before it begins, after it was canceled, and when the payment failed', () => {
    assert.equal(answer({ now: new Date('2026-11-10T00:00:00Z') }), 'allowed');
    const renewalOff = { by: 'member', at: '2026-11-18T00:00:00Z' } as const;
    assert.equal(answer({ facts: { ...facts, renewal: 'off', renewalOff } }), 'allowed');
    assert.equal(answer({ facts: { ...facts, payment: 'past_due' } }), 'allowed');
  });

  it('not once it is over or its money went back', () => {
    assert.equal(answer({ facts: { ...facts, endedAt: '2026-11-19T00:00:00Z' } }), 'membership_ended');
    assert.equal(answer({ facts: { ...facts, payment: 'refunded' } }), 'membership_ended');
  });

  it('by who holds it with the right, or manages the account; anybody else is told whom to ask (S57)', () => {
    assert.equal(answer({ viewer: aMember({ permissions: [] }) }), 'no_permission');
    const manager = aMember({ id: 'chen', account: company, permissions: ['manage_members'] });
    const record = aRecord({ account: { id: 'a1', kind: 'company', name: 'Yun Trading' } });
    assert.equal(answer({ viewer: manager, record }), 'allowed');
    const employee = aMember({ account: company, permissions: [] });
    assert.deepEqual(decideWithdraw({ ...asked, record, viewer: employee }).refusal, {
      code: 'no_permission',
      remedy: 'ask_administrator',
      contact: 'Chen Wei',
    });
  });
});
