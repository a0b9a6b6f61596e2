import { profileIds } from '@leavewell/policies';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../e2e/demo-browser.ts';
import { auditDemo, languages } from './audit-demo.ts';

// The campaign audits every place in every language and close to a charge. Here they take turns.
describe('an audit of the demo finds nothing (Q1-Q20, S82)', { concurrency: 2 }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  for (const [at, policy] of profileIds.entries()) {
    const language = languages[at % 2 === 0 ? 0 : 1];
    const isTimed = at % 6 === 0;
    it(`under the law of ${policy}, in ${language}${isTimed ? ', also close to a charge' : ''}`, async () => {
      assert.deepEqual((await auditDemo({ browser, policy, language, isTimed })).notHeld, []);
    });
  }
});
