import { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './demo-browser.ts';
import { startDemo, type DemoProcess } from './demo-process.ts';

/** The demo and a browser, for the tests of one suite. */
export interface DemoStage {
  readonly demo: DemoProcess;
  readonly browser: Browser;
  /** Starts the demo again on the same folder, after it was stopped or killed. */
  startAgain(): Promise<void>;
}

function ensure<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the ${name} did not start`);
  return value;
}

/** Starts both before the tests of the suite it is called in, and ends both after them, whatever happened. */
export function demoStage(): DemoStage {
  let demo: DemoProcess | undefined;
  let browser: Browser | undefined;
  before(async () => {
    demo = await startDemo();
    browser = await launchBrowser();
  });
  after(async () => {
    await demo?.kill();
    await browser?.close();
  });
  return {
    get demo() {
      return ensure(demo, 'demo');
    },
    get browser() {
      return ensure(browser, 'browser');
    },
    startAgain: async () => {
      demo = await startDemo({ folder: ensure(demo, 'demo').folder });
    },
  };
}
