import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { root } from '../../scripts/places.ts';
import { openPage } from './demo-browser.ts';
import { mailedReceipts, newestCode } from './demo-inbox.ts';
import { temporaryFolder } from './demo-process.ts';
import { demoStage } from './demo-stage.ts';
import { cardOf, confirmWithCode, entryOf } from './member-screen.ts';

const examples = join(root, 'examples');
const source = '--conditions=@leavewell/source';

/** Serves files of an example under `/example/`, as if the demo's host had put them on its own site. */
async function serveExample(page: Page, url: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, path] of Object.entries(files)) {
    await page.route(`${url}example/${name}`, (route) => route.fulfill({ path }));
  }
}

describe('the examples', () => {
  const stage = demoStage();

  it('html: one file with one script shows the memberships, and hears of a cancellation (S32, CP1)', async () => {
    const { page, complaints } = await openPage(stage.browser);
    await serveExample(page, stage.demo.url, {
      'index.html': join(examples, 'html', 'index.html'),
      'leavewell.js': join(root, 'packages', 'elements', 'cdn', 'leavewell.js'),
    });
    await page.goto(`${stage.demo.url}example/index.html`);
    await cardOf(page, 'm_trial').getByText('Trial until 30 November 2026').waitFor();
    const heard = page.waitForEvent('console', (message) => message.text().startsWith('canceled'));
    await entryOf(page, 'm_trial').click();
    await confirmWithCode(page, stage.demo.url);
    await heard;
    assert.deepEqual(complaints, []);
  });

  it('react: a typed page of React 19 gives the token source as a property and hears the event (CP1)', async () => {
    const built = temporaryFolder();
    execFileSync(process.execPath, [join(examples, 'react', 'build.mjs'), built]);
    const { page, complaints } = await openPage(stage.browser);
    await serveExample(page, stage.demo.url, {
      'index.html': join(examples, 'react', 'index.html'),
      'dist/main.js': join(built, 'main.js'),
    });
    await page.goto(`${stage.demo.url}example/index.html`);
    await page.getByText('Nothing was changed.').waitFor();
    await entryOf(page, 'm_wang').click();
    await confirmWithCode(page, stage.demo.url);
    await page.getByText(/^Canceled, receipt CR-/).waitFor();
    assert.deepEqual(complaints, []);
  });

  it('node: a program without our UI says until when, asks for the code and cancels (S12, S14)', async () => {
    const child = spawn(process.execPath, [source, join(examples, 'node', 'src', 'main.ts'), 'm_pro'], {
      env: { LEAVEWELL_SITE: stage.demo.url.replace(/\/$/, '') },
    });
    let printed = '';
    child.stderr.pipe(process.stderr);
    for await (const text of child.stdout.setEncoding('utf8')) {
      printed += text;
      if (text.includes('Code sent to')) child.stdin.end(`${await newestCode(stage.demo.url)}\n`);
    }
    if (child.exitCode === null) await once(child, 'exit');
    assert.equal(child.exitCode, 0, printed);
    assert.match(printed, /m_export {2}Export pack: until the end of 2026-12-09 \(Asia\/Shanghai\) \[fixed_term\]/);
    assert.match(printed, /m_lifetime {2}.*: has no end/);
    assert.match(printed, /Canceled\. Receipt CR-\S+: Professional until 2026-12-31 \(Asia\/Shanghai\)\./);
    assert.ok((await mailedReceipts(stage.demo.url)).some(({ text }) => text.includes('Professional')));
  });
});
