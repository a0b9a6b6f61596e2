import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { createFixtureClock } from '../../src/fixture-clock.ts';
import { createStripeDouble } from '../../src/billing-doubles/stripe-double.ts';
import { belongsTo, membershipFixture } from '../../src/index.ts';
import { launchBrowser, openPage } from './demo-browser.ts';
import { mailedReceipts } from './demo-inbox.ts';
import { freePort } from '../../campaign/free-port.ts';
import { demoNow, startDemo, temporaryFolder, type DemoProcess } from './demo-process.ts';
import { cardOf, confirmButton, confirmWithCode, doneStep, entryOf, readOn } from './member-screen.ts';
import { startServe, type ServeProcess } from './serve-process.ts';

const hostKey = 'host-key-of-the-stripe-demo';

describe('a member of a host whose billing is Stripe cancels and resumes on the demo page', () => {
  const stripe = createStripeDouble({ clock: createFixtureClock(demoNow) });
  const subscription = stripe.add();
  let double: Awaited<ReturnType<typeof stripe.start>>;
  let serve: ServeProcess;
  let demo: DemoProcess;
  let browser: Browser;
  let page: Page;

  before(async () => {
    double = await stripe.start();
    const demoPort = await freePort();
    serve = await startServe(['--data', temporaryFolder(), '--mount', '/leavewell', '--provider', 'stripe'], {
      LEAVEWELL_HOST_KEY: hostKey,
      LEAVEWELL_NOW: demoNow,
      LEAVEWELL_MESSAGES_URL: `http://127.0.0.1:${demoPort}/messages`,
      LEAVEWELL_PLACE: 'CN',
      LEAVEWELL_VERIFICATION: 'sms_code',
      STRIPE_SECRET_KEY: stripe.secretKey,
      STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
      STRIPE_API_HOST: '127.0.0.1',
      STRIPE_API_PORT: String(double.port),
      STRIPE_API_PROTOCOL: 'http',
    });
    demo = await startDemo({
      env: { PORT: String(demoPort), LEAVEWELL_SERVER: serve.url, LEAVEWELL_HOST_KEY: hostKey },
    });
    await declareFromStripe();
    browser = await launchBrowser();
    ({ page } = await openPage(browser));
  });

  after(async () => {
    await browser?.close();
    await demo?.kill();
    await serve?.kill();
    await double?.close();
  });

  /** The host names the subscription and nothing else: the facts come from Stripe. */
  async function declareFromStripe(): Promise<void> {
    const { facts: _, ...membership } = membershipFixture('m_pro', belongsTo('li-wen'));
    const response = await fetch(`${serve.url}/v1/host/memberships/m_stripe`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${hostKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...membership, provider: 'stripe', providerReference: subscription }),
    });
    assert.equal(response.status, 200, await response.text());
  }

  it('cancels with two presses and a code; Stripe was told once (S23, XO2)', async () => {
    await page.goto(`${demo.url}?as=li-wen&lang=en`);
    await entryOf(page, 'm_stripe').click();
    await confirmWithCode(page, demo.url);
    assert.equal(stripe.writes.of(subscription), 1);
    assert.notEqual(stripe.find(subscription).cancelAt, null);
    assert.equal((await mailedReceipts(demo.url)).length, 1);
  });

  it('resumes, and Stripe renews again', async () => {
    await doneStep(page).locator('[part="close-button"]').click();
    await cardOf(page, 'm_stripe').locator('[part="resume-button"]').click();
    await confirmButton(page).waitFor();
    await readOn(page);
    await confirmButton(page).click();
    await doneStep(page).waitFor();
    assert.equal(stripe.writes.of(subscription), 2);
    const { cancelAt, cancelAtPeriodEnd } = stripe.find(subscription);
    assert.deepEqual([cancelAt, cancelAtPeriodEnd], [null, false]);
  });

  it('shows what was changed in the dashboard of Stripe, after a signed notice and nothing else (WH1, WH2)', async () => {
    stripe.change(subscription, 'cancel');
    const notice = stripe.notices().at(-1);
    assert.ok(notice);
    const post = (headers: Headers) =>
      fetch(`${serve.url}/v1/webhooks/stripe`, { method: 'POST', headers, body: notice.body });
    assert.equal((await post(new Headers({ 'stripe-signature': 't=1,v1=00' }))).status, 400);
    assert.equal((await post(notice.headers)).status, 200);
    const token = await (await fetch(`${demo.url}session-token?as=li-wen`)).json();
    const headers = { authorization: `Bearer ${token.token}` };
    // The check that the notice asked for runs right after it was taken.
    for (let renewal = 'on'; renewal === 'on'; ) {
      ({ renewal } = await (await fetch(`${serve.url}/v1/memberships/m_stripe`, { headers })).json());
    }
    await page.reload();
    await cardOf(page, 'm_stripe').locator('[part="resume-button"]').waitFor();
  });
});
