/// <reference types="node" />
import { type Browser, chromium } from 'playwright-core';
import { AuditError } from '../audit-error.ts';
import { findBrowser } from './find-browser.ts';

const isRoot = process.getuid?.() === 0;

/** Keeps the browser quiet on a closed network and to few processes, and lets root run it. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--disable-site-isolation-trials',
  ...(isRoot ? ['--no-sandbox'] : []),
];

/** Starts the browser at a path, or one that is found. Throws AuditError when there is none. */
export async function launchBrowser(path: string | undefined): Promise<Browser> {
  const executablePath = path ?? findBrowser(process.env);
  try {
    return await chromium.launch({ args: quiet, ...(executablePath !== undefined && { executablePath }) });
  } catch (cause) {
    const where = executablePath ?? 'the browser of playwright';
    throw new AuditError(
      `${where} cannot be started: give --browser or LEAVEWELL_BROWSER, or run npx playwright install chromium`,
      { cause },
    );
  }
}
