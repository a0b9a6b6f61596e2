import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { openPage } from './demo-browser.ts';
import { newestCode } from './demo-inbox.ts';
import { demoStage } from './demo-stage.ts';
import { cardOf, codeField, confirmButton, confirmWithCode, doneStep, entryOf, readOn } from './member-screen.ts';

/** Counts what a person presses on the page until the server has confirmed: clicks, and Enter or Space on a control. */
async function countActivations(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    let presses = 0;
    addEventListener('click', ({ isTrusted }) => (presses += Number(isTrusted)), true);
    addEventListener('cancel-renewal-success', () => Reflect.set(window, 'pressesToSuccess', presses));
  });
  return () => page.evaluate(() => Number(Reflect.get(window, 'pressesToSuccess')));
}

describe('what cancelling asks of a member', () => {
  const stage = demoStage();

  it('is two presses and a code, from the page to canceled (Q1, P7, S81)', async () => {
    const { page } = await openPage(stage.browser);
    const presses = await countActivations(page);
    await page.goto(stage.demo.url);
    await entryOf(page, 'm_pro').click();
    await confirmButton(page).waitFor();
    await readOn(page);
    await confirmButton(page).click();
    await codeField(page).waitFor();
    await page.keyboard.type(await newestCode(stage.demo.url));
    await doneStep(page).waitFor();
    assert.equal(await presses(), 2);
  });

  it('is two presses and a code as well on the page that reminders link to (S68, S71, Q1)', async () => {
    const { page } = await openPage(stage.browser);
    const presses = await countActivations(page);
    await page.goto(`${stage.demo.url}cancel?membership=m_trial`);
    await page.locator('[part="cancel-button"]').click();
    await confirmWithCode(page, stage.demo.url);
    assert.equal(await presses(), 2);
  });

  for (const viewport of [
    { width: 360, height: 640 },
    { width: 1280, height: 800 },
  ]) {
    it(`never begins with a search: the entry is in the first view at ${viewport.width} px (Q3, S20, S27, S29)`, async () => {
      const { page } = await openPage(stage.browser, { viewport });
      await page.goto(`${stage.demo.url}?as=chen-hao`);
      const entry = entryOf(page, 'm_basic');
      await entry.waitFor();
      const box = await entry.boundingBox();
      assert.ok(box && box.y >= 0 && box.y + box.height <= viewport.height, `it ends at ${box && box.y + box.height}`);
      assert.ok(box.height >= 24, 'large enough to hit (Q19)');
      assert.equal(await entry.evaluate((button) => button.closest('details')), null);
    });
  }

  it('stays readable at 320 px: nothing is wider than the screen (AX1, S15)', async () => {
    const { page } = await openPage(stage.browser, { viewport: { width: 320, height: 640 } });
    for (const path of ['', '?lang=zh-CN', 'cancel?membership=m_wang', 'inbox', 'products']) {
      await page.goto(stage.demo.url + path);
      await page.locator('main :is(article, .sheet, li)').first().waitFor();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 320, `${path} is ${width} px wide`);
    }
    await page.goto(stage.demo.url);
    await cardOf(page, 'm_pro').waitFor();
  });
});
