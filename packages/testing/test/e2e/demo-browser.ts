import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/browsers.ts';

/** The Chromium that a whole file of tests shares. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS });
}

/** What went wrong on a page without anyone being told. */
export interface PageWatch {
  readonly page: Page;
  /** Errors and warnings of the console, failures of scripts, and reports of the content security policy. */
  readonly complaints: string[];
  /** The addresses of all requests. */
  readonly requests: string[];
}

/** A page of its own, without cookies or storage of another, that writes down every complaint. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<PageWatch> {
  const context = await browser.newContext({ timezoneId: 'America/Los_Angeles', ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.clock.install();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('request', (request) => requests.push(request.url()));
  await page.exposeFunction('tellViolation', (text: string) => complaints.push(`policy: ${text}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      Reflect.get(window, 'tellViolation')(`${violatedDirective} ${blockedURI}`);
    });
  });
  return { page, complaints, requests };
}
