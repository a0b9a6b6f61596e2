import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { CHROMIUM_ARGS, findChromium } from '../scripts/browsers.ts';
import { root } from '../scripts/places.ts';
import { serveFolder } from './serve-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'leavewell-docs-'));
let site: { url: string; close: () => void };
let browser: Browser;

before(async () => {
  const args = ['--conditions=@leavewell/source', join(root, 'docs/build.ts'), '--no-api', '--out', folder];
  execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  site = await serveFolder(folder);
  browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS });
});

after(async () => {
  await browser?.close();
  site?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a page and collects whatever its reader's browser complained of. */
async function open(file: string): Promise<{ page: Page; complaints: string[]; requests: string[] }> {
  const page = await browser.newPage({ locale: 'en-US' });
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`${site.url}/${file}`);
  return { page, complaints, requests };
}

/** Presses `button` until `next` is there: a press that comes too early to be meant is ignored (EM7). */
async function pressUntil(button: Locator, next: Locator): Promise<void> {
  for (let tries = 0; tries < 20 && !(await next.isVisible()); tries += 1) {
    if (await button.isVisible()) await button.click();
    await next.waitFor({ timeout: 500 }).catch(() => undefined);
  }
}

describe('the live page of the docs', () => {
  it('lets a reader cancel with the code from the inbox beside it (EM1, EM8, PR3)', async () => {
    const { page, complaints, requests } = await open('live.html');
    const element = page.locator('cancel-renewal');
    const field = element.locator('[part~="code-input"]');
    await pressUntil(element.locator('[part~="confirm-button"]'), field);
    const code = await page.locator('#inbox li strong').first().textContent();
    assert.match(code ?? '', /^\d{6}$/);
    await field.fill(code ?? '');
    await page.locator('#events li', { hasText: 'cancel-renewal-success' }).waitFor();
    assert.match((await element.locator('[part~="heading"]').textContent()) ?? '', /31 December 2026/);
    assert.match((await page.locator('#inbox li').first().textContent()) ?? '', /receipt CR-/);
    assert.deepEqual(complaints, []);
    assert.deepEqual(requests.filter((url) => !url.startsWith(site.url)), []);
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, '']);
  });

  it('starts over in Chinese', async () => {
    const { page, complaints } = await open('live.html');
    await page.getByRole('button', { name: '用中文重新开始' }).click();
    await page.locator('cancel-renewal', { hasText: '2026年12月31日' }).waitFor();
    assert.deepEqual(complaints, []);
  });
});

describe('every page of the docs', () => {
  it('keeps its own policy, links only to what is there, and fits 320 px', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.html'))) {
      const { complaints } = await open(file);
      assert.deepEqual(complaints, [], file);
      await page.goto(`${site.url}/${file}`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, file);
      const hrefs = readFileSync(join(folder, file), 'utf8').matchAll(/(?:href|src)="([^"#:]+)/g);
      const missing = [...hrefs].map(([, href = '']) => href).filter((href) => !href.startsWith('api/') && !isShown(href));
      assert.deepEqual(missing, [], file);
    }
  });
});

/** Addresses in examples are those of the reader's own site. */
function isShown(href: string): boolean {
  return href.startsWith('/') || href === 'https' || existsSync(join(folder, href));
}
