import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { openPage } from './demo-browser.ts';
import { mailedReceipts, readInbox } from './demo-inbox.ts';
import { demoStage } from './demo-stage.ts';
import { cardOf, confirmButton, confirmWithCode, doneStep, entryOf, receiptNumber, step } from './member-screen.ts';

describe('a member reads and cancels in Chinese', () => {
  const stage = demoStage();
  let page: Page;

  before(async () => {
    ({ page } = await openPage(stage.browser));
  });

  it('reads the plan, its benefits and the date in Chinese (S8, S17, S38)', async () => {
    await page.goto(`${stage.demo.url}?lang=zh-CN`);
    assert.equal(await page.locator('html').getAttribute('lang'), 'zh-CN');
    const card = cardOf(page, 'm_pro');
    await card.getByText('2026年12月31日').first().waitFor();
    await card.locator('[part="benefits"] summary').click();
    for (const benefit of ['企业工商报告完整版', '股权穿透分析', '实时经营异常提醒', '批量导出']) {
      await card.getByText(benefit, { exact: true }).waitFor();
    }
  });

  it('is told the date, the zone and that nothing more is charged, before and after (S36, S38, S77)', async () => {
    await entryOf(page, 'm_pro').click();
    await confirmButton(page).waitFor();
    assert.match(await step(page).innerText(), /2026年12月31日/);
    await confirmWithCode(page, stage.demo.url);
    const said = await doneStep(page).innerText();
    for (const fact of ['2026年12月31日', '北京时间', '到期后将不再自动扣费']) assert.ok(said.includes(fact), said);
  });

  it('gets the code and the receipt in Chinese, with the same day and number (S38, TZ1)', async () => {
    const number = await receiptNumber(page);
    const sms = (await readInbox(stage.demo.url)).find(({ kind }) => kind === 'verification_code');
    assert.match(sms?.text ?? '', /验证码/);
    const [mail] = await mailedReceipts(stage.demo.url);
    for (const fact of ['2026年12月31日', number]) assert.ok(mail?.text.includes(fact), mail?.text);
  });
});
