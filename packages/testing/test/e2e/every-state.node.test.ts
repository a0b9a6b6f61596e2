import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { openPage } from './demo-browser.ts';
import { demoStage } from './demo-stage.ts';
import { cardOf, entryOf } from './member-screen.ts';

/** What the seeds of the demo must say on 22 November 2026: badge, headline, and the words that matter below it. */
const sentences: Readonly<Record<string, readonly [badge: string, headline: string, ...details: RegExp[]]>> = {
  m_pro: ['Renews automatically', 'Renews on 31 December 2026', /39 days/, /¥1,298\.00/, /Alipay •• 8017/],
  m_export: ['One-off purchase', 'Ends on 9 December 2026', /nothing to cancel/],
  m_team: ['Renewal canceled', 'Yours until 14 March 2027', /canceled on 20 November 2026/, /No further charge/],
  m_lifetime: ['No end date', 'Yours for good', /Nothing more is charged/],
  m_trial: ['Trial', 'Trial until 30 November 2026', /¥298\.00/],
  m_upcoming: ['Not started yet', 'Starts on 1 January 2027'],
  m_past_due: ['Payment failed', 'Payment failed. Access until 29 November 2026', /UnionPay •• 4402/],
  m_on_hold: ['On hold', 'On hold', /comes back once the payment is made/],
  m_paused: ['Paused', 'Paused. Back on 1 February 2027', /Nothing is charged/],
  m_expired: ['Ended', 'Ended on 31 October 2026', /canceled on 28 September 2026/],
  m_revoked: ['Ended early', 'Ended on 12 November 2026', /refunded/],
  m_stripe_classic: ['Renews automatically', 'Renews after 13 December 2026', /\$20\.00/, /14 December 2026 at 17:30/],
  m_stripe_items: ['Renewal canceled', 'Yours through 17 December 2026', /London/],
  m_stripe_paused: ['Paused', 'Paused. Back on 1 February 2027', /New York/],
  m_wang: ['Renews automatically', 'Renews on 14 December 2026', /¥68\.00/],
};

const withoutEntry = ['m_export', 'm_team', 'm_lifetime', 'm_expired', 'm_revoked', 'm_stripe_items'];

describe('the member center of an administrator', () => {
  const stage = demoStage();
  let page: Page;

  before(async () => {
    ({ page } = await openPage(stage.browser));
    await page.goto(stage.demo.url);
    await cardOf(page, 'm_pro').waitFor();
  });

  it('shows every membership of the company and nobody else\'s (S16, AC4)', async () => {
    const ids = await page
      .locator('member-center article')
      .evaluateAll((cards) => cards.map((card) => card.getAttribute('aria-labelledby')?.slice('plan-'.length) ?? ''));
    assert.deepEqual(ids.sort(), Object.keys(sentences).sort());
  });

  for (const [id, [badge, headline, ...details]] of Object.entries(sentences)) {
    it(`says of ${id}: ${badge}. ${headline} (S19, S37, S76)`, async () => {
      const card = cardOf(page, id);
      assert.equal(await card.locator('[part="status"]').innerText(), badge);
      assert.equal(await card.locator('[part="expiry"]').innerText(), headline);
      const detail = await card.locator('[part="detail"]').first().innerText();
      for (const words of details) assert.match(detail, words);
    });
  }

  it('offers cancelling where a charge is to come, and no button where there is nothing to cancel (S34, S56)', async () => {
    for (const id of Object.keys(sentences)) {
      assert.equal(await entryOf(page, id).count(), withoutEntry.includes(id) ? 0 : 1, id);
    }
  });

  it('tells an employee without the right who can help (S42, S57)', async () => {
    await page.goto(`${stage.demo.url}?as=wang-fang`);
    await cardOf(page, 'm_wang').getByText(/administrator, Li Wen/).waitFor();
    assert.equal(await page.locator('member-center article').count(), 1);
    assert.equal(await entryOf(page, 'm_wang').count(), 0);
  });

  it('shows a person their own three (S1)', async () => {
    await page.goto(`${stage.demo.url}?as=chen-hao`);
    await cardOf(page, 'm_basic').getByText('Renews on 7 December 2026').waitFor();
    await cardOf(page, 'm_month').getByText('Ends on 3 December 2026').waitFor();
    await cardOf(page, 'm_quarter').getByText('Yours until 18 December 2026').waitFor();
    assert.equal(await page.locator('member-center article').count(), 4);
  });
});
