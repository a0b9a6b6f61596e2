// `npm run bench`: what the browser bundles weigh, and how long a page with <cancel-renewal> takes until the member can
// press the button, as a multiple of the least lit element in the same run.
import { chromium, type Browser } from 'playwright-core';
import { startBenchSite } from './bench/bench-site.ts';
import { bundleSizes } from './bench/bundle-sizes.ts';
import { CHROMIUM_ARGS, ensureBrowser, findChromium } from './browsers.ts';

const RUNS = 15;

/** Milliseconds from the start of the navigation until the button stands in the page, nothing cached. */
async function timeToButton(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  const ready = await page.waitForFunction(() => Reflect.get(window, 'readyAt'));
  const time = Number(await ready.jsonValue());
  await context.close();
  return time;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function measureTimes(): Promise<void> {
  const site = await startBenchSite();
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS });
  const bare: number[] = [];
  const cancel: number[] = [];
  // The first pair warms the browser and the server.
  for (let run = 0; run <= RUNS; run += 1) {
    const times = [await timeToButton(browser, `${site.url}/bare`), await timeToButton(browser, `${site.url}/cancel`)] as const;
    if (run === 0) continue;
    bare.push(times[0]);
    cancel.push(times[1]);
  }
  await browser.close();
  await site.close();
  const ratios = cancel.map((time, run) => time / (bare[run] ?? Number.NaN));
  console.log(`\ntime until the button, median of ${RUNS} runs:`);
  console.log(`  a bare lit element  ${median(bare).toFixed(0)} ms`);
  console.log(`  <cancel-renewal>    ${median(cancel).toFixed(0)} ms`);
  console.log(`  ratio               ${median(ratios).toFixed(2)} (from ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`);
}

console.log('gzip     brotli   bundle');
for (const { file, gzip, brotli } of bundleSizes()) {
  console.log(`${(gzip / 1000).toFixed(1).padStart(5)} kB ${(brotli / 1000).toFixed(1).padStart(6)} kB   ${file}`);
}
ensureBrowser();
await measureTimes();
