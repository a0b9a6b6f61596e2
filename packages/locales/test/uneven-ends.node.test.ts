import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ExpiryFacts, plain } from '../src/index.ts';
import { type AllTexts, en, zhCN } from './all-texts.ts';
import { berlin, berlinRenewing, membership } from './memberships.ts';

const headline = (catalog: AllTexts, facts: ExpiryFacts) => plain(catalog['expiry.headline'](facts));
const detail = (catalog: AllTexts, facts: ExpiryFacts) => plain(catalog['expiry.detail'](facts));

describe('a membership that ends at some time of a day', () => {
  it('names the last full day in the headline and the exact moment below it (TZ1)', () => {
    const facts = membership('renewing', berlinRenewing);
    assert.equal(headline(en, facts), 'Renews after 8 December 2026');
    assert.equal(
      detail(en, facts),
      'In 17 days, on 9 December 2026 at 02:13, Berlin time (UTC+1), €49.00 will be charged to Visa •• 4242. ' +
        'Cancel any time before; you keep access until 9 December 2026 at 02:13, Berlin time (UTC+1).',
    );
    assert.equal(headline(zhCN, facts), '2026年12月8日之后自动续费');
    assert.equal(
      detail(zhCN, facts),
      '17 天后，即2026年12月9日 02:13（德国时间 UTC+1），将从 Visa（尾号 4242）扣款 €49.00。在此之前可随时取消，取消后仍可用至2026年12月9日 02:13（德国时间 UTC+1）。',
    );
  });

  it('stays true in every other state', () => {
    const states = ['trialing', 'ending', 'fixed_term', 'payment_problem', 'expired'] as const;
    assert.deepEqual(
      states.map((state) => headline(en, membership(state, berlin))),
      [
        'Trial through 8 December 2026',
        'Yours through 8 December 2026',
        'Yours through 8 December 2026',
        'Payment failed. Access through 8 December 2026',
        'Ended after 8 December 2026',
      ],
    );
    assert.deepEqual(
      states.map((state) => headline(zhCN, membership(state, berlin))),
      [
        '可试用至2026年12月8日',
        '可用至2026年12月8日',
        '可用至2026年12月8日',
        '扣款失败，可用至2026年12月8日',
        '已在2026年12月8日之后到期',
      ],
    );
    assert.equal(
      detail(en, membership('fixed_term', berlin)),
      'You bought 3 months once. It ends by itself and nothing more is charged, so there is nothing to cancel. ' +
        'You have it until 9 December 2026 at 02:13, Berlin time (UTC+1).',
    );
    assert.equal(
      detail(zhCN, membership('fixed_term', berlin)),
      '您单次购买了 3 个月会员。无需取消，到期自动失效，不会再扣费。有效期至2026年12月9日 02:13（德国时间 UTC+1）。',
    );
    assert.match(detail(en, membership('ending', berlin)), /until 9 December 2026 at 02:13, Berlin time \(UTC\+1\)/);
  });

  it('says 24:00 of the last day for the midnight after it and for the last minute before it', () => {
    for (const accessEndsAt of ['2026-12-08T23:00:00Z', '2026-12-08T22:59:59Z', '2026-12-08T22:59:00Z']) {
      const facts = membership('ending', { ...berlin, accessEndsAt });
      assert.equal(headline(en, facts), 'Yours until 8 December 2026', accessEndsAt);
      assert.match(detail(en, facts), /until 8 December 2026 at 24:00, Berlin time/);
    }
    const earlier = membership('ending', { ...berlin, accessEndsAt: '2026-12-08T22:58:59Z', lastDay: '2026-12-07' });
    assert.equal(headline(en, earlier), 'Yours through 7 December 2026');
    assert.match(detail(en, earlier), /until 8 December 2026 at 23:58, Berlin time/);
  });

  it('names the offset of the day it speaks of and not that of today', () => {
    const summer = { ...berlin, accessEndsAt: '2027-06-30T22:00:00Z', lastDay: '2027-06-30' };
    assert.match(detail(en, membership('ending', summer)), /30 June 2027 at 24:00, Berlin time \(UTC\+2\)/);
    const resumed = membership('paused', { ...berlin, resumesAt: '2027-07-01T06:30:00Z' });
    assert.match(detail(en, resumed), /It starts again at 08:30, Berlin time \(UTC\+2\)\./);
  });

  it('names the moment of a pass that ends within hours, because it has no full day', () => {
    const hours = { ...berlin, startsAt: '2026-12-09T08:00:00Z', accessEndsAt: '2026-12-09T11:00:00Z' };
    const facts = membership('fixed_term', { ...hours, periodStartsAt: hours.startsAt, asOf: '2026-12-09T09:00:00Z' });
    assert.equal(headline(en, facts), 'Ends on 9 December 2026 at 12:00');
    assert.equal(headline(zhCN, facts), '2026年12月9日 12:00到期');
    assert.match(en['timeline.summary'](facts), /: Today is the last day\./);
  });
});
