import { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../src/browser/launch-browser.ts';
import type { Pace } from '../src/browser/pace.ts';

/** For sites in the same process: nothing is far away. */
export const quickPace: Pace = { quiet: 40, settle: 8_000, read: 0, patience: 4_000, hold: 120 };

/** The browser that the tests of one suite share. */
export function sharedBrowser(): { readonly current: Browser } {
  let browser: Browser | undefined;
  before(async () => {
    browser = await launchBrowser(undefined);
  });
  after(() => browser?.close());
  return {
    get current() {
      if (browser === undefined) throw new Error('the browser did not start');
      return browser;
    },
  };
}
