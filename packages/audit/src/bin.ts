#!/usr/bin/env node
/// <reference types="node" />
import { AuditError } from './audit-error.ts';
import { readFlags } from './cli/read-flags.ts';
import { run } from './cli/run.ts';
import { UsageError } from './cli/usage-error.ts';
import { usage } from './cli/usage.ts';
import { FlowError } from './flow/read-field.ts';
import { tableReport } from './report/table.ts';

async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(2));
  if (flags === null) return console.log(usage);
  const report = await run(flags);
  console.log(tableReport(report));
  process.exitCode = report.checks.some(({ verdict }) => verdict === 'fails') ? 1 : 0;
}

try {
  await main();
} catch (error) {
  // Its exit code says that nothing was measured: 1 is for flows that were, and failed.
  const isExpected = [UsageError, FlowError, AuditError].some((kind) => error instanceof kind);
  const told = error instanceof Error ? (isExpected ? error.message : error.stack) : String(error);
  console.error(`leavewell-audit: ${told}`);
  if (error instanceof UsageError) console.error(`\n${usage}`);
  process.exitCode = 2;
}
