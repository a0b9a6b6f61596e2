import { addAuthenticator, enrol } from '../../test/e2e/passkey-device.ts';
import { launchBrowser } from '../../test/e2e/demo-browser.ts';
import { mailedReceipts, newestCode } from '../../test/e2e/demo-inbox.ts';
import { startDemo, type DemoProcess } from '../../test/e2e/demo-process.ts';
import { exactly, type Figure } from '../figures.ts';
import type { Counts, Part, PartContext } from '../part.ts';
import { openWebKit, type WebKitSession } from '../webkit/webkit-session.ts';

/** Chen Hao sets up a passkey in a browser that has them. */
async function enrolInChromium({ url }: DemoProcess): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await addAuthenticator(page);
    await page.goto(`${url}security?as=chen-hao`);
    await page.locator('#factors:not([aria-busy])').waitFor();
    await enrol(page, url);
  } finally {
    await browser.close();
  }
}

/** The steps of canceling one membership in the member center. */
const steps = `const card = document.querySelector('member-center')?.shadowRoot
  ?.querySelector('article[aria-labelledby="plan-m_basic"]');
const shadow = card?.querySelector('cancel-renewal')?.shadowRoot;
const part = (name) => shadow?.querySelector('[part="' + name + '"]');`;

const press = (page: WebKitSession, part: string) =>
  page.until(`${steps} const button = part('${part}');
if (!button || button.ariaDisabled === 'true') return false; button.click(); return true;`);

/** Cancels where there is no WebAuthn; what is asked for instead is a code. */
async function cancelInWebKit(page: WebKitSession, { url }: DemoProcess): Promise<Counts> {
  await page.goTo(`${url}?as=chen-hao&policy=CN&lang=en`);
  const hasWebAuthn = await page.run(`return 'PublicKeyCredential' in window`);
  await press(page, 'cancel-button');
  await page.until(`${steps} return part('confirm-button') !== null`);
  // A press in the moment in which something is shown does not count.
  await page.until(`${steps} part('confirm-button')?.click(); return part('code-input') !== null`);
  const code = await newestCode(url);
  await page.run(`${steps} const field = part('code-input'); field.value = '${code}';
field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));`);
  const receipt = await page.until(`${steps} return /CR-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(shadow.textContent)?.[0]`);
  const mails = (await mailedReceipts(url)).filter(({ text }) => text.includes(String(receipt)));
  return { webAuthn: hasWebAuthn === true ? 1 : 0, receipts: mails.length > 0 ? 1 : 0 };
}

async function walk(): Promise<Counts> {
  const demo = await startDemo();
  const page = await openWebKit();
  try {
    await enrolInChromium(demo);
    return await cancelInWebKit(page, demo);
  } finally {
    await page.close();
    await demo.kill();
  }
}

async function run(context: PartContext): Promise<Figure[]> {
  const { webAuthn = Number.NaN, receipts = 0 } = await context.step('walk', walk);
  return [exactly('WebAuthn in this WebKit', webAuthn, 0), exactly('canceled with the next way, and mailed', receipts, 1)];
}

/** A member with a passkey cancels in a browser without WebAuthn (AU3, AU8). */
export const webkit: Part = {
  name: 'webkit',
  about: 'a passkey is set up in one browser; in WebKit, which has none, the next way to verify is taken',
  engines: ['memory'],
  run,
};
