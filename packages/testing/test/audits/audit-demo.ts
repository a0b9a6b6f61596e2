import { auditFlow, type AuditReport } from '@leavewell/audit';
import type { ProfileId } from '@leavewell/policies';
import type { Browser } from 'playwright-core';
import { startDemo } from '../e2e/demo-process.ts';
import { demoFlow, hostKey } from './demo-flow.ts';

/** The languages of the demo. */
export const languages = ['en', 'zh-CN'] as const;

/** One audit of the demo. */
export interface DemoAudit {
  readonly browser: Browser;
  readonly policy: ProfileId;
  readonly language: (typeof languages)[number];
  /** Whether it is also done 60 days, 48 hours and 5 minutes before a charge (Q17). */
  readonly isTimed: boolean;
}

const pace = { quiet: 60, read: 350, hold: 250, patience: 15_000 };

/** A page that holds nothing but the declaration is a German rule; where it is, nothing keeps and nothing is declined. */
const notAsked: Partial<Record<ProfileId, readonly string[]>> = { DE: ['Q8', 'Q13'], FR: ['Q6', 'Q8'] };

/** The checks that fail, and those that could not be made although they are asked for. */
function notHeld({ checks, profile }: AuditReport, isTimed: boolean): string[] {
  const left = [...(notAsked[profile] ?? ['Q6']), ...(isTimed ? [] : ['Q17'])];
  return checks
    .filter(({ id, verdict }) => verdict !== (left.includes(id) ? 'not_applicable' : 'holds'))
    .map(({ id, verdict, why }) => `${id} ${verdict}: ${why}`);
}

/** Audits a demo of its own: how many checks hold, and which should and do not. */
export async function auditDemo({ browser, policy, language, isTimed }: DemoAudit) {
  const demo = await startDemo({ env: { LEAVEWELL_HOST_KEY: hostKey } });
  try {
    const flow = await demoFlow(demo, { policy, language, isTimed });
    const report = await auditFlow({ browser, pace, policy, language, flow, on: '2026-11-22' });
    return { holds: report.score.holds, notHeld: notHeld(report, isTimed) };
  } finally {
    await demo.kill();
  }
}
