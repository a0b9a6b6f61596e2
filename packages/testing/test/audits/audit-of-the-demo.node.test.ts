import { auditFlow, type AuditReport } from '@leavewell/audit';
import { profileIds, type ProfileId } from '@leavewell/policies';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../e2e/demo-browser.ts';
import { startDemo } from '../e2e/demo-process.ts';
import { demoFlow, hostKey } from './demo-flow.ts';

const pace = { quiet: 60, read: 350, hold: 250 };
/** In turn, so that each place is audited in one of them; the campaign audits each place in all. */
const languages = ['en', 'zh-CN'] as const;
const isWhole = process.env['LEAVEWELL_AUDITS'] === 'all';

/** A page that holds nothing but the declaration is a German rule; where it is, nothing keeps and nothing is declined. */
const notAsked: Partial<Record<ProfileId, readonly string[]>> = { DE: ['Q8', 'Q13'], FR: ['Q6', 'Q8'] };

/** The checks that fail, and those that could not be made although they are asked for. */
function notHeld({ checks, profile }: AuditReport): string[] {
  const left = notAsked[profile] ?? ['Q6'];
  return checks
    .filter(({ id, verdict }) => verdict !== (left.includes(id) ? 'not_applicable' : 'holds'))
    .map(({ id, verdict, why }) => `${id} ${verdict}: ${why}`);
}

describe('an audit of the demo finds nothing (Q1-Q20, S82)', { concurrency: 2 }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  for (const [at, policy] of profileIds.entries()) {
    for (const language of languages.filter((_, turn) => isWhole || turn === at % languages.length)) {
      it(`under the law of ${policy}, in ${language}`, async () => {
        const demo = await startDemo({ env: { LEAVEWELL_HOST_KEY: hostKey } });
        try {
          const flow = await demoFlow(demo, policy, language);
          const report = await auditFlow({ browser, pace, policy, language, flow, on: '2026-11-22' });
          assert.deepEqual(notHeld(report), []);
        } finally {
          await demo.kill();
        }
      });
    }
  }
});
