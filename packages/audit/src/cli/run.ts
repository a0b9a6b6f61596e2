/// <reference types="node" />
import { readFile } from 'node:fs/promises';
import { auditFlow } from '../audit-flow.ts';
import type { AuditReport } from '../audit-report.ts';
import { writeReport } from '../report/write-report.ts';
import type { Flags } from './read-flags.ts';
import { UsageError } from './usage-error.ts';

async function readFlow(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`--flow ${file} cannot be read: give the path of a JSON file`);
  });
  try {
    const flow: unknown = JSON.parse(text);
    return flow;
  } catch (error) {
    throw new UsageError(`--flow ${file} is no JSON (${error instanceof Error ? error.message : ''}): correct it`);
  }
}

/** Makes the audit that the flags ask for, and writes it where they say. */
export async function run({ url, flow, policy, out, language, browser }: Flags): Promise<AuditReport> {
  const report = await auditFlow({
    policy,
    ...(url !== null && { url }),
    ...(flow !== null && { flow: await readFlow(flow) }),
    ...(out !== null && { outFolder: out }),
    ...(language !== null && { language }),
    ...(browser !== null && { browserPath: browser }),
  });
  if (out !== null) await writeReport(report, out);
  return report;
}
