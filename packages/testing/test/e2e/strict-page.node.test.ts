import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser, openPage } from './demo-browser.ts';
import { startDemo, type DemoProcess } from './demo-process.ts';
import { cardOf, confirmWithCode, doneStep, entryOf } from './member-screen.ts';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

describe('under the strictest content security policy', () => {
  let demo: DemoProcess;
  let browser: Browser;

  before(async () => {
    [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
  });
  after(() => Promise.all([demo.kill(), browser.close()]));

  it('every page of the demo is served with it (EM1)', async () => {
    for (const path of ['', 'cancel', 'inbox', 'products', 'nothing-here']) {
      const { headers } = await fetch(demo.url + path);
      assert.equal(headers.get('content-security-policy'), policy, path);
    }
  });

  it('a whole cancellation on the member page makes no complaint and no request elsewhere (EM1, PR3)', async () => {
    const { page, complaints, requests } = await openPage(browser);
    await page.goto(demo.url);
    await entryOf(page, 'm_pro').click();
    await confirmWithCode(page, demo.url);
    await doneStep(page).getByRole('button', { name: 'Close' }).click();
    await cardOf(page, 'm_pro').getByText('Yours until 31 December 2026').waitFor();
    assert.deepEqual(complaints, []);
    assert.deepEqual(requests.filter((address) => !address.startsWith(demo.url)), []);
  });

  it('a whole cancellation on the cancel page makes none either, in Chinese (EM1, PR3)', async () => {
    const { page, complaints, requests } = await openPage(browser);
    await page.goto(`${demo.url}cancel?membership=m_trial&lang=zh-CN`);
    await confirmWithCode(page, demo.url);
    assert.deepEqual(complaints, []);
    assert.deepEqual(requests.filter((address) => !address.startsWith(demo.url)), []);
  });

  it('no token is left in the address, the storage or an attribute (EM8)', async () => {
    const { page } = await openPage(browser);
    const token = page.waitForResponse(/session-token/).then((response) => response.json());
    await page.goto(demo.url);
    await cardOf(page, 'm_pro').waitFor();
    const places = await page.evaluate(() =>
      [location.href, JSON.stringify({ ...localStorage, ...sessionStorage }), document.cookie, document.documentElement.outerHTML].join(),
    );
    assert.ok(!places.includes((await token).token));
  });
});
