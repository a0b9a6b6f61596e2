import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openPage } from './demo-browser.ts';
import { demoStage } from './demo-stage.ts';
import { cardOf, confirmWithCode, doneStep, entryOf } from './member-screen.ts';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

describe('under the strictest content security policy', () => {
  const stage = demoStage();

  it('every page of the demo is served with it (EM1)', async () => {
    for (const path of ['', 'cancel', 'inbox', 'products', 'nothing-here']) {
      const { headers } = await fetch(stage.demo.url + path);
      assert.equal(headers.get('content-security-policy'), policy, path);
    }
  });

  it('a whole cancellation on the member page makes no complaint and no request elsewhere (EM1, PR3)', async () => {
    const { page, complaints, requests } = await openPage(stage.browser);
    await page.goto(stage.demo.url);
    await entryOf(page, 'm_pro').click();
    await confirmWithCode(page, stage.demo.url);
    await doneStep(page).getByRole('button', { name: 'Close' }).click();
    await cardOf(page, 'm_pro').getByText('Yours until 31 December 2026').waitFor();
    assert.deepEqual(complaints, []);
    assert.deepEqual(requests.filter((address) => !address.startsWith(stage.demo.url)), []);
  });

  it('a whole cancellation on the cancel page makes none either, in Chinese (EM1, PR3)', async () => {
    const { page, complaints, requests } = await openPage(stage.browser);
    await page.goto(`${stage.demo.url}cancel?membership=m_trial&lang=zh-CN`);
    await page.locator('[part="cancel-button"]').click();
    await confirmWithCode(page, stage.demo.url);
    assert.deepEqual(complaints, []);
    assert.deepEqual(requests.filter((address) => !address.startsWith(stage.demo.url)), []);
  });

  it('and a complaint would be heard: an inline style is', async () => {
    const { page, complaints } = await openPage(stage.browser);
    await page.goto(`${stage.demo.url}products`);
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await page.waitForFunction(() => document.body.computedStyleMap().get('color')?.toString() !== 'rgb(255, 0, 0)');
    assert.ok(complaints.some((text) => text.startsWith('policy: style-src-attr')), complaints.join());
  });

  it('no token is left in the address, the storage or an attribute (EM8)', async () => {
    const { page } = await openPage(stage.browser);
    const token = page.waitForResponse(/session-token/).then((response) => response.json());
    await page.goto(stage.demo.url);
    await cardOf(page, 'm_pro').waitFor();
    const places = await page.evaluate(() =>
      [location.href, JSON.stringify({ ...localStorage, ...sessionStorage }), document.cookie, document.documentElement.outerHTML].join(),
    );
    assert.ok(!places.includes((await token).token));
  });
});
