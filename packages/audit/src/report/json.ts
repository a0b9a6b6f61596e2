import type { AuditReport } from '../audit-report.ts';

/** The report for programs. */
export function jsonReport(report: AuditReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
