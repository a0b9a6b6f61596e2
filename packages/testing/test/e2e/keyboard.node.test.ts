import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { openPage } from './demo-browser.ts';
import { newestCode } from './demo-inbox.ts';
import { demoStage } from './demo-stage.ts';
import { cardOf, codeField, confirmButton, doneStep, readOn } from './member-screen.ts';

/** The text of what has the focus, through all shadow roots. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element instanceof HTMLElement ? element.innerText || element.id : '';
  });
}

/** Waits until the focus is on something with this text. */
async function focusOn(page: Page, text: RegExp): Promise<void> {
  for (let polls = 0; polls < 100 && !text.test(await focused(page)); polls += 1) await page.clock.runFor(20);
  assert.match(await focused(page), text);
}

/** Presses Tab until something with this text has the focus, as a person does. */
async function tabTo(page: Page, text: string, atMost = 40): Promise<void> {
  for (let presses = 0; presses < atMost; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === text) return;
  }
  throw new Error(`"${text}" was not reached with ${atMost} presses of Tab`);
}

describe('a member with nothing but a keyboard', () => {
  const stage = demoStage();
  let page: Page;

  before(async () => {
    ({ page } = await openPage(stage.browser, { viewport: { width: 1280, height: 800 } }));
    await page.goto(`${stage.demo.url}?as=chen-hao`);
    await cardOf(page, 'm_basic').waitFor();
  });

  it('skips the header of the site', async () => {
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'Skip to content');
    await page.keyboard.press('Enter');
  });

  it('opens cancelling and hears its heading first (AX2)', async () => {
    await tabTo(page, 'Cancel renewal');
    await page.keyboard.press('Enter');
    await confirmButton(page).waitFor();
    await focusOn(page, /^Cancel automatic renewal\?$/);
  });

  it('leaves with Escape and is back at the entry (AX2)', async () => {
    await page.keyboard.press('Escape');
    await confirmButton(page).waitFor({ state: 'hidden' });
    await focusOn(page, /^Cancel renewal$/);
    await page.keyboard.press('Enter');
    await confirmButton(page).waitFor();
  });

  it('confirms, types the code and hears the outcome, without a press more than needed (AX2, AX3, Q18)', async () => {
    await readOn(page);
    await tabTo(page, 'Cancel renewal', 4);
    await page.keyboard.press('Enter');
    await codeField(page).waitFor();
    await focusOn(page, /^code$/);
    await page.keyboard.type(await newestCode(stage.demo.url));
    await doneStep(page).waitFor();
    await focusOn(page, /Renewal canceled\. You keep Personal until 7 December 2026/);
  });

  it('closes the outcome and finds the way back where the entry was (AX4)', async () => {
    await page.keyboard.press('Escape');
    await doneStep(page).waitFor({ state: 'hidden' });
    await tabTo(page, 'Turn renewal back on');
  });
});
