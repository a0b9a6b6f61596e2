import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser, openPage } from './demo-browser.ts';
import { startDemo, type DemoProcess } from './demo-process.ts';
import { cardOf, confirmButton, entryOf, step } from './member-screen.ts';

describe('when something is wrong', () => {
  let demo: DemoProcess;
  let browser: Browser;

  before(async () => {
    [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
  });
  after(() => Promise.all([demo.kill(), browser.close()]));

  it('an unknown membership is said plainly, with a way on and no failure of the server (S11, AC1)', async () => {
    const { page } = await openPage(browser);
    const statuses: number[] = [];
    page.on('response', (response) => statuses.push(response.status()));
    for (const id of ['nothing', 'm_basic', '%00', '../..', '<b>']) {
      await page.goto(`${demo.url}cancel?membership=${encodeURIComponent(id)}`);
      await page.getByText('We could not find this.').waitFor();
      await page.getByRole('link', { name: 'Your memberships' }).waitFor();
    }
    assert.deepEqual(statuses.filter((status) => status >= 500), []);
  });

  it('a login that has ended is said plainly (AC1)', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${demo.url}?as=nobody`);
    await page.getByText(/Sign in again/).waitFor();
  });

  it('a server that went away is said in the dialog, and trying again finishes once it is back (OF1)', async () => {
    const { page } = await openPage(browser);
    await page.goto(demo.url);
    await cardOf(page, 'm_pro').waitFor();
    await page.route('**/leavewell/**', (route) => route.abort('connectionrefused'));
    await entryOf(page, 'm_pro').click();
    // The client tries again by itself before it gives up; its waits are the page's clock.
    const retry = step(page).getByRole('button', { name: 'Try again' });
    while (!(await retry.isVisible())) await page.clock.runFor(1_000);
    assert.match(await step(page).innerText(), /offline/);
    await page.unroute('**/leavewell/**');
    await retry.click();
    await confirmButton(page).waitFor();
  });

  it('a page that is open while the server is killed says so when it is used (OF1)', async () => {
    const { page } = await openPage(browser);
    await page.goto(demo.url);
    await cardOf(page, 'm_pro').waitFor();
    await demo.kill();
    await entryOf(page, 'm_pro').click();
    const retry = step(page).getByRole('button', { name: 'Try again' });
    while (!(await retry.isVisible())) await page.clock.runFor(1_000);
    await cardOf(page, 'm_pro').getByText('Renews on 31 December 2026').waitFor();
  });

  it('the second start on the same folder answers in under five seconds (DU3)', async () => {
    const began = process.hrtime.bigint();
    demo = await startDemo({ folder: demo.folder });
    assert.equal((await fetch(demo.url)).status, 200);
    const seconds = Number(process.hrtime.bigint() - began) / 1e9;
    assert.ok(seconds < 5, `${seconds} s`);
    assert.match(demo.output(), /SQLite .*journal_mode=wal synchronous=FULL/);
  });

  it('a SIGTERM ends it cleanly although a browser is still connected', async () => {
    const { page } = await openPage(browser);
    await page.goto(demo.url);
    assert.equal(await demo.stop(), 0);
  });
});
