import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { axeFindings } from './axe-findings.ts';
import { openPage } from './demo-browser.ts';
import { newestCode } from './demo-inbox.ts';
import { demoStage } from './demo-stage.ts';
import { cardOf, codeField, confirmButton, doneStep, entryOf, readOn } from './member-screen.ts';

const renderings = (['en', 'zh-CN'] as const).flatMap((lang) =>
  (['light', 'dark'] as const).flatMap((colorScheme) => [1280, 360].map((width) => ({ lang, colorScheme, width }))),
);

const dialog = ['member-center', 'cancel-renewal[open]', 'dialog'];

/** Everything that can be canceled, so that each rendering cancels one of its own. */
const cancelable = ['m_pro', 'm_trial', 'm_upcoming', 'm_past_due', 'm_on_hold', 'm_paused', 'm_stripe_classic', 'm_stripe_paused'];

/** Other pages of the demo and states of the elements, each with what shows that it is there. */
const otherPages = [
  ['cancel?as=chen-hao', '[part="cancel-button"]'],
  ['cancel?membership=m_team', '[part="resume-button"]'],
  ['cancel?membership=nothing', '[part="retry-button"]'],
  ['?as=wang-fang', '[part="refusal"]'],
  ['?as=nobody', '[part="retry-button"]'],
  ['inbox', 'article'],
  ['products', 'section'],
] as const;

describe('axe-core finds nothing (AX1)', () => {
  const stage = demoStage();

  async function open(rendering: (typeof renderings)[number], path: string): Promise<Page> {
    const { lang, colorScheme, width } = rendering;
    const { page } = await openPage(stage.browser, {
      colorScheme,
      reducedMotion: 'reduce',
      viewport: { width, height: width > 400 ? 800 : 640 },
    });
    await page.goto(`${stage.demo.url}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
    return page;
  }

  for (const [index, rendering] of renderings.entries()) {
    const id = cancelable[index] ?? '';
    const { lang, colorScheme, width } = rendering;
    it(`in list, dialog, code and outcome: ${lang}, ${colorScheme}, ${width} px`, async () => {
      const page = await open(rendering, '');
      await cardOf(page, id).waitFor();
      assert.deepEqual(await axeFindings(page), [], 'list');
      await entryOf(page, id).click();
      await confirmButton(page).waitFor();
      assert.deepEqual(await axeFindings(page, dialog), [], 'dialog');
      await readOn(page);
      await confirmButton(page).click();
      await codeField(page).waitFor();
      assert.deepEqual(await axeFindings(page, dialog), [], 'code');
      await page.keyboard.type(await newestCode(stage.demo.url));
      await doneStep(page).waitFor();
      assert.deepEqual(await axeFindings(page, dialog), [], 'outcome');
      await page.context().close();
    });
  }

  for (const rendering of [renderings[0], renderings[7]]) {
    if (!rendering) continue;
    it(`on the other pages and in their plain states: ${rendering.lang}, ${rendering.colorScheme}, ${rendering.width} px`, async () => {
      for (const [path, sign] of otherPages) {
        const page = await open(rendering, path);
        await page.locator('main').locator(sign).first().waitFor();
        assert.deepEqual(await axeFindings(page), [], path);
        await page.context().close();
      }
    });
  }

  it('but it would: a button without a name is found', async () => {
    const page = await open({ lang: 'en', colorScheme: 'light', width: 1280 }, 'products');
    await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
    assert.match((await axeFindings(page)).join(), /^button-name/);
  });
});
