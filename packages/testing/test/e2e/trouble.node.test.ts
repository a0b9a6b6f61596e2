import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openPage } from './demo-browser.ts';
import { demoStage } from './demo-stage.ts';
import { cardOf, confirmButton, entryOf, step, waitOut } from './member-screen.ts';

describe('when something is wrong', () => {
  const stage = demoStage();

  it('an unknown membership is said plainly, with a way on and no failure of the server (S11, AC1)', async () => {
    const { page } = await openPage(stage.browser);
    const statuses: number[] = [];
    page.on('response', (response) => statuses.push(response.status()));
    for (const id of ['nothing', 'm_basic', '%00', '../..', '<b>']) {
      await page.goto(`${stage.demo.url}cancel?membership=${encodeURIComponent(id)}`);
      await page.getByText('We could not find this.').waitFor();
      await page.getByRole('link', { name: 'Your memberships' }).waitFor();
    }
    assert.deepEqual(statuses.filter((status) => status >= 500), []);
  });

  it('a login that has ended is said plainly (AC1)', async () => {
    const { page } = await openPage(stage.browser);
    await page.goto(`${stage.demo.url}?as=nobody`);
    await page.getByText(/Sign in again/).waitFor();
  });

  it('a server that went away is said in the dialog, and trying again finishes once it is back (OF1)', async () => {
    const { page } = await openPage(stage.browser);
    await page.goto(stage.demo.url);
    await cardOf(page, 'm_pro').waitFor();
    await page.route('**/leavewell/**', (route) => route.abort('connectionrefused'));
    await entryOf(page, 'm_pro').click();
    const retry = step(page).getByRole('button', { name: 'Try again' });
    await waitOut(page, retry);
    assert.match(await step(page).innerText(), /offline/);
    await page.unroute('**/leavewell/**');
    await retry.click();
    await confirmButton(page).waitFor();
  });

  it('a page that is open while the server is killed says so when it is used (OF1)', async () => {
    const { page } = await openPage(stage.browser);
    await page.goto(stage.demo.url);
    await cardOf(page, 'm_pro').waitFor();
    await stage.demo.kill();
    await entryOf(page, 'm_pro').click();
    const retry = step(page).getByRole('button', { name: 'Try again' });
    await waitOut(page, retry);
    await cardOf(page, 'm_pro').getByText('Renews on 31 December 2026').waitFor();
  });

  it('the second start on the same folder answers in under five seconds (DU3)', async () => {
    const began = process.hrtime.bigint();
    await stage.startAgain();
    assert.equal((await fetch(stage.demo.url)).status, 200);
    const seconds = Number(process.hrtime.bigint() - began) / 1e9;
    assert.ok(seconds < 5, `${seconds} s`);
    assert.match(stage.demo.output(), /SQLite .*journal_mode=wal synchronous=FULL/);
  });

  it('a SIGTERM ends it cleanly although a browser is still connected', async () => {
    const { page } = await openPage(stage.browser);
    await page.goto(stage.demo.url);
    assert.equal(await stage.demo.stop(), 0);
  });
});
