// Saves pictures of the demo in every language, theme and width: `node --conditions=@leavewell/source
// packages/testing/scripts/screenshots.ts <folder>`. People look at them; no test compares them.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../test/e2e/demo-browser.ts';
import { newestCode } from '../test/e2e/demo-inbox.ts';
import { startDemo } from '../test/e2e/demo-process.ts';
import { codeField, confirmButton, doneStep, entryOf } from '../test/e2e/member-screen.ts';

const languages = ['en', 'zh-CN'] as const;
const themes = ['light', 'dark'] as const;
const widths = [1280, 360] as const;

const otherPages = [
  'cancel?membership=m_trial',
  'cancel',
  'cancel?membership=nothing',
  'inbox',
  'products',
  '?as=wang-fang',
  '?as=chen-hao',
  '?as=nobody',
];

interface View {
  readonly language: (typeof languages)[number];
  readonly theme: (typeof themes)[number];
  readonly width: (typeof widths)[number];
}

async function picture(page: Page, folder: string, { language, theme, width }: View, moment: string): Promise<void> {
  const path = join(folder, `${moment}-${language}-${theme}-${width}.png`);
  await page.screenshot({ path, fullPage: moment.startsWith('page-') });
}

/** Walks through one cancellation on a demo of its own, so that every picture starts from the same state. */
async function photograph(browser: Browser, folder: string, view: View): Promise<void> {
  const demo = await startDemo();
  const { language, theme, width } = view;
  const context = await browser.newContext({ colorScheme: theme, viewport: { width, height: width > 400 ? 800 : 640 } });
  const page = await context.newPage();
  const take = (moment: string) => picture(page, folder, view, moment);
  const open = (path: string) => page.goto(`${demo.url}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
  await open('');
  await entryOf(page, 'm_pro').waitFor();
  await take('first-view');
  await take('page-list');
  await page.locator('.account-menu summary').click();
  await take('menu');
  await page.locator('.account-menu summary').click();
  await entryOf(page, 'm_pro').click();
  await confirmButton(page).waitFor();
  await page.waitForTimeout(500);
  await take('dialog');
  await confirmButton(page).click();
  await codeField(page).waitFor();
  await take('code');
  await codeField(page).fill(await newestCode(demo.url));
  await doneStep(page).waitFor();
  await take('done');
  for (const path of otherPages) {
    await open(path);
    await page.waitForTimeout(500);
    await take(`page-${path.replaceAll(/\W+/g, '-')}`);
  }
  await context.close();
  await demo.stop();
}

const folder = resolve(process.argv[2] ?? 'screenshots');
mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
for (const language of languages) {
  for (const theme of themes) {
    for (const width of widths) await photograph(browser, folder, { language, theme, width });
  }
}
await browser.close();
console.log(`pictures are in ${folder}`);
