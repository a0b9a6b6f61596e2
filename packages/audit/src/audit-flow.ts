/// <reference types="node" />
import { mkdir } from 'node:fs/promises';
import type { ProfileId } from '@leavewell/policies';
import type { Browser } from 'playwright-core';
import { AuditError } from './audit-error.ts';
import type { AuditReport } from './audit-report.ts';
import { launchBrowser } from './browser/launch-browser.ts';
import { type Pace, usualPace } from './browser/pace.ts';
import { goTo, handleOf, keyOfRef, look, openVisit, press, type VisitSettings } from './browser/visit.ts';
import { judgeRecording } from './judge-recording.ts';
import { lexiconOf, lexicons } from './lexicon/lexicon-of.ts';
import type { FlowDescription } from './flow/flow-description.ts';
import { parseFlow } from './flow/parse-flow.ts';
import { fillFields } from './recording/fill-fields.ts';
import type { Plan } from './recording/plan.ts';
import { recordFlow } from './recording/record-flow.ts';
import { type Thresholds, thresholdsOf } from './thresholds.ts';

/** What is audited, and how. */
export interface AuditOptions {
  /** The member page. May be left out when the flow has it. */
  readonly url?: string;
  /** What a flow file holds, as `JSON.parse` gives it; what is absent is found by role and name. */
  readonly flow?: unknown;
  /** The place whose thresholds are used; BASE when absent. */
  readonly policy?: ProfileId;
  /** The day on which the policy is read, `YYYY-MM-DD`; today when absent. */
  readonly on?: string;
  /** BCP 47 tag of the language to look for and to ask pages for; what the member page says when absent. */
  readonly language?: string;
  /** Path of a Chromium; found when absent. */
  readonly browserPath?: string;
  /** A browser that runs already; it is not closed. */
  readonly browser?: Browser;
  /** Folder for pictures; none are taken when absent. */
  readonly outFolder?: string;
  /** Shorter or longer waits. */
  readonly pace?: Partial<Pace>;
}

/** Opens the member page once: to log in where that is described, and to learn its language. */
async function getIn(
  settings: VisitSettings,
  flow: FlowDescription,
): Promise<{ member: VisitSettings['member']; language: string }> {
  if (flow.signIn === null && flow.language !== null) return { member: undefined, language: flow.language };
  const visit = await openVisit(settings);
  const { signIn } = flow;
  if (signIn !== null) {
    await goTo(visit, signIn.url);
    await fillFields(visit, await look(visit), signIn.fields, false);
    const key = signIn.press === null ? null : await keyOfRef(visit, signIn.press);
    if (signIn.press !== null && (key === null || (await handleOf(visit, key)) === null)) {
      throw new AuditError('what flow.signIn.press names is not on the page: check its role and name');
    }
    if (key !== null) await press(visit, key);
  }
  await goTo(visit, flow.url);
  const { language } = await look(visit);
  const member = await visit.context.storageState();
  await visit.context.close();
  return { member, language };
}

async function planOf(
  browser: Browser,
  flow: FlowDescription,
  options: AuditOptions,
  thresholds: Thresholds,
): Promise<Plan> {
  const asked = options.language ?? flow.language;
  const pace = { ...usualPace, ...options.pace };
  const first: VisitSettings = { browser, pace, language: asked ?? 'en', member: undefined, pictures: null };
  const { member, language } = await getIn(first, flow);
  const words = lexiconOf(asked ?? (language || 'en'));
  if (words === null) {
    const known = lexicons.map((lexicon) => lexicon.language).join(', ');
    throw new AuditError(
      `the words of "${asked ?? language}" are not known: give --lang with one of ${known}, and name the controls`,
    );
  }
  const settings = { ...first, language: asked ?? (language || 'en'), member, pictures: options.outFolder ?? null };
  return { flow, words, labels: thresholds.labels, settings };
}

/**
 * Measures a cancel flow in a browser. A bad flow gives a report in which checks fail; throws AuditError when the flow
 * cannot be looked at at all, and FlowError when its description is wrong.
 */
export async function auditFlow(options: AuditOptions): Promise<AuditReport> {
  const flow = parseFlow(options.flow ?? {}, options.url ?? null);
  const auditedAt = new Date().toISOString();
  const thresholds = thresholdsOf(options.policy ?? 'BASE', options.on ?? auditedAt.slice(0, 10));
  if (options.outFolder !== undefined) await mkdir(options.outFolder, { recursive: true });
  const browser = options.browser ?? (await launchBrowser(options.browserPath));
  try {
    const recording = await recordFlow(await planOf(browser, flow, options, thresholds));
    return judgeRecording(recording, thresholds, auditedAt);
  } finally {
    if (options.browser === undefined) await browser.close();
  }
}
