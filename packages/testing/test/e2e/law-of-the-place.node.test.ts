import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { openPage } from './demo-browser.ts';
import { demoStage } from './demo-stage.ts';
import { cardOf, confirmButton, doneStep, entryOf, readOn, step } from './member-screen.ts';

const bill = { name: 'Chen Hao', contract: '2026-0708-1145', email: 'chen.hao@post.example' };

async function fill(page: Page): Promise<void> {
  for (const [field, value] of Object.entries(bill)) await page.locator(`input[name="${field}"]`).fill(value);
}

async function textOf(page: Page): Promise<string> {
  return page.locator('main').innerText();
}

/** Each place has a demo of its own, so that one membership serves them all. */
describe('on the page for visitors without a login', () => {
  const stage = demoStage();

  async function openCancel(policy: string, path = 'cancel'): Promise<Page> {
    const context = await stage.browser.newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(`${stage.demo.url}leavewell/${path}?policy=${policy}`);
    return page;
  }

  it('Germany: the two labels, the statutory fields, one button, and a receipt at once (DE-312k-2-fields, DE-312k-2-closed, DE-312k-4-receipt)', async () => {
    const page = await openCancel('DE');
    const names = await page.locator('input:not([type=hidden]), textarea, select').evaluateAll((fields) =>
      fields.map((field) => field.getAttribute('name')),
    );
    const allowed = ['termination_kind', 'reason', 'name', 'contract', 'end_date', 'email'];
    assert.deepEqual([...new Set(names)], allowed);
    assert.equal(await page.locator('a, img, svg, iframe, video').count(), 0);
    assert.deepEqual(await page.getByRole('button').allInnerTexts(), ['jetzt kündigen']);
    assert.equal(await page.locator(':checked').count(), 0);
    await fill(page);
    await page.getByRole('button', { name: 'jetzt kündigen', exact: true }).click();
    const said = await textOf(page);
    for (const fact of [bill.name, bill.contract, bill.email, '22']) assert.ok(said.includes(fact), said);
  });

  it('France: a summary to check and change stands before the last press (FR-D215-1-label, FR-D215-3-review)', async () => {
    const page = await openCancel('FR');
    await fill(page);
    await page.getByRole('button').first().click();
    for (const fact of Object.values(bill)) assert.ok((await textOf(page)).includes(fact));
    assert.ok((await page.getByRole('button').count()) >= 2, 'one to change, one to send');
    await page.getByRole('button', { name: 'notification de la résiliation', exact: true }).click();
    assert.match(await textOf(page), /PD-/);
  });

  it('the EU: withdrawing is an act of its own, with its own two labels (EU-11a-1-label, EU-11a-3-confirm, EU-11a-4-ack)', async () => {
    const labels = {
      EU: ['withdraw from contract here', 'confirm withdrawal'],
      DE: ['Vertrag widerrufen', 'Widerruf bestätigen'],
      FR: ['renoncer au contrat ici', 'confirmer la rétractation'],
    };
    for (const [policy, [open = '', confirm = '']] of Object.entries(labels)) {
      const page = await openCancel(policy, 'withdraw');
      assert.equal(await page.locator('h1').innerText(), open);
      await fill(page);
      await page.getByRole('button', { name: confirm, exact: true }).click();
      assert.match(await textOf(page), /PD-/);
    }
  });

  it('California, Korea and our own default: no password, and the button is there from the first moment (CA-17602-auth, KR-212-4-same)', async () => {
    for (const policy of ['CA', 'KR', 'BASE']) {
      const page = await openCancel(policy);
      assert.equal(await page.locator('input[type=password]').count(), 0, policy);
      assert.equal(await page.getByRole('button').first().isEnabled(), true, policy);
      await fill(page);
      await page.getByRole('button').first().click();
      assert.match(await textOf(page), /PD-/, policy);
    }
  });

  it('China: what the operator asks for is asked here as well, and nobody is stopped by it (CN-18-cancel, AU5, AU8)', async () => {
    const page = await openCancel('CN');
    await fill(page);
    await page.getByRole('button').first().click();
    await page.locator('input[autocomplete="one-time-code"]').waitFor();
    await page.getByRole('button').last().click();
    assert.match(await textOf(page), /PD-/);
  });
});

describe('in the member center', () => {
  const stage = demoStage();

  async function openAs(persona: string, policy: string): Promise<Page> {
    const { page } = await openPage(stage.browser);
    await page.goto(`${stage.demo.url}?as=${persona}&policy=${policy}`);
    return page;
  }

  it('Germany: the statutory label opens a page with the fields and the button alone, and two presses do it (DE-312k-2-label-open, DE-312k-2-label-confirm, DE-312k-2-direct)', async () => {
    const page = await openAs('chen-hao', 'DE');
    const entry = entryOf(page, 'm_basic');
    assert.equal(await entry.innerText(), 'Verträge hier kündigen');
    await entry.click();
    assert.equal(await confirmButton(page).innerText(), 'jetzt kündigen');
    assert.equal(await step(page).locator('[part="keep-button"], [part="facts"], a').count(), 0);
    await readOn(page);
    await confirmButton(page).click();
    await doneStep(page).waitFor();
  });

  it('the EU: a new purchase can be withdrawn from beside canceling it, and the money has a day (EU-11a-1-available, EU-11a-2-noreident, EU-13-refund)', async () => {
    const page = await openAs('chen-hao', 'EU');
    const withdraw = cardOf(page, 'm_new').locator('[part="withdraw-button"]');
    assert.equal(await withdraw.innerText(), 'withdraw from contract here');
    await entryOf(page, 'm_new').waitFor();
    await withdraw.click();
    assert.equal(await confirmButton(page).innerText(), 'confirm withdrawal');
    await readOn(page);
    await confirmButton(page).click();
    await page.locator('cancel-renewal .sheet').filter({ visible: true, hasText: /WR-/ }).waitFor();
    assert.match(await step(page).innerText(), /6 December 2026/);
  });

  it('China: no such right is shown where the law gives none', async () => {
    const page = await openAs('chen-hao', 'CN');
    await cardOf(page, 'm_basic').waitFor();
    assert.equal(await page.locator('[part="withdraw-button"]').count(), 0);
  });

  it('France: the details can be checked and changed before the last press (FR-D215-2-fields, FR-D215-3-review)', async () => {
    const page = await openAs('li-wen', 'FR');
    const entry = entryOf(page, 'm_pro');
    assert.equal(await entry.innerText(), 'résilier votre contrat');
    await entry.click();
    await confirmButton(page).waitFor();
    await readOn(page);
    await confirmButton(page).click();
    const last = step(page).getByRole('button', { name: 'notification de la résiliation', exact: true });
    await last.waitFor();
    assert.match(await step(page).innerText(), /2026-0117-3391/);
    await readOn(page);
    await last.click();
    await doneStep(page).waitFor();
  });
});
