import type { AuditReport } from '../audit-report.ts';
import type { Verdict } from '../checks/check.ts';

const signs: Readonly<Record<Verdict, string>> = { holds: 'holds', fails: 'FAILS', not_applicable: 'n/a' };

/** The report for a terminal: a line for each check, and below it why when it does not hold. */
export function tableReport({ url, profile, language, checks, score, friction }: AuditReport): string {
  const width = Math.max(...checks.map(({ title }) => title.length));
  const rows = checks.flatMap(({ id, title, verdict, measured, threshold, why }) => [
    `${id.padEnd(4)} ${signs[verdict].padEnd(6)} ${title.padEnd(width)}  ${measured}`,
    ...(verdict === 'holds' ? [] : [`${' '.repeat(12)}${why}`]),
    ...(verdict === 'fails' ? [`${' '.repeat(12)}asked: ${threshold}`] : []),
  ]);
  const effort =
    friction === null
      ? 'the end was not reached'
      : `${friction.activations} activations, ${friction.screensBetween} screens between`;
  return [
    `${url}  (${profile}, ${language})`,
    '',
    ...rows,
    '',
    `${score.holds} of ${score.applies} checks that apply hold (${score.percent} %); ${effort}`,
  ].join('\n');
}
