import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { mailedReceipts } from './demo-inbox.ts';
import { demoStage } from './demo-stage.ts';

/** What a visitor knows of Li Wen's membership `m_pro`: what is printed on every bill. */
const bill = { name: 'Li Wen', contract: '2026-0117-3391', email: 'li.wen@northwind.example' };

async function fill(page: Page): Promise<void> {
  await page.locator('input[name="name"]').fill(bill.name);
  await page.locator('input[name="contract"]').fill(bill.contract);
  await page.locator('input[name="email"]').fill(bill.email);
}

describe('a member whose browser runs no scripts, or not ours', () => {
  const stage = demoStage();

  async function renewalOf(id: string): Promise<string> {
    const { token } = await (await fetch(`${stage.demo.url}session-token?as=li-wen`)).json();
    const headers = { authorization: `Bearer ${token}` };
    return (await (await fetch(`${stage.demo.url}leavewell/v1/memberships/${id}`, { headers })).json()).renewal;
  }

  it('follows the link in the tag with scripts off, and cancels in two presses under German law (P9, DE-312k-2-nologin)', async () => {
    const context = await stage.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${stage.demo.url}cancel?policy=DE`);
    await page.locator('cancel-renewal a').click();
    assert.equal(await page.locator('input[type="password"]').count(), 0);
    assert.equal(await page.getByRole('button').count(), 1);
    await fill(page);
    await page.getByRole('button', { name: 'jetzt kündigen', exact: true }).click();
    const said = await page.locator('main').innerText();
    for (const fact of ['2026-0117-3391', 'PD-', '22', '2026']) assert.ok(said.includes(fact), said);
    const [mail] = await mailedReceipts(stage.demo.url);
    assert.equal(mail?.to, bill.email);
    assert.equal(await renewalOf('m_pro'), 'off');
  });

  it('finds the same link when only the component’s script is blocked (P9)', async () => {
    const context = await stage.browser.newContext();
    const page = await context.newPage();
    await page.route('**/assets/*.js', (route) => route.abort('blockedbyclient'));
    for (const path of ['cancel', '']) {
      await page.goto(`${stage.demo.url}${path}?policy=DE&as=chen-hao`);
      const way = page.locator('cancel-renewal a, member-center a');
      await way.waitFor();
      await way.click();
      await page.locator('input[name="contract"]').waitFor();
    }
  });

  it('sees nothing of that link once the component works', async () => {
    const context = await stage.browser.newContext();
    const page = await context.newPage();
    await page.goto(`${stage.demo.url}?as=chen-hao`);
    await page.locator('member-center article').first().waitFor();
    assert.equal(await page.locator('member-center > p').isVisible(), false);
  });
});
