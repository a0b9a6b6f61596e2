import type { AuditReport, CheckReport } from '../audit-report.ts';
import type { Verdict } from '../checks/check.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const signs: Readonly<Record<Verdict, string>> = {
  holds: '✓ holds',
  fails: '✕ fails',
  not_applicable: '– not applicable',
};

const styles = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .5rem .75rem .5rem 0; border-block-end: 1px solid #8886; }
td p { margin: 0; }
.fails { color: light-dark(#a4000f, #ff9aa2); font-weight: 600; white-space: nowrap; }
.holds { color: light-dark(#0a5c26, #7ddc9a); white-space: nowrap; }
.not_applicable { white-space: nowrap; }
.pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); gap: 1rem; }
figure { margin: 0; } img { max-width: 100%; border: 1px solid #8886; }`;

/** Text as it may stand in a page: what a site says of itself is never markup here. */
function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

function row({ id, title, verdict, measured, threshold, why }: CheckReport): string {
  const reason = why === '' ? '' : `<p>${escape(why)}</p>`;
  return `<tr><th scope="row">${id}</th><td>${escape(title)}</td><td class="${verdict}">${signs[verdict]}</td>
<td><p>${escape(measured)}</p>${reason}</td><td>${escape(threshold)}</td></tr>`;
}

function figures({ pictures }: AuditReport, images: ReadonlyMap<string, string>): string {
  return pictures
    .map(({ title, file }) => {
      const source = images.get(file);
      return source === undefined
        ? ''
        : `<figure><img alt="${escape(title)}" src="data:image/png;base64,${source}">
<figcaption>${escape(title)}</figcaption></figure>`;
    })
    .join('\n');
}

/** The report as one page without anything outside; `images` are the pictures by file name, in base64. */
export function htmlReport(report: AuditReport, images: ReadonlyMap<string, string> = new Map()): string {
  const { url, profile, language, auditedAt, score, friction, checks } = report;
  const effort =
    friction === null
      ? 'The end was not reached.'
      : `${friction.activations} activations, ${friction.screensBetween} screens between opening and confirming.`;
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Cancel flow audit: ${escape(url)}</title><style>${styles}</style>
<h1>Cancel flow audit</h1>
<p>${escape(url)}, measured against ${profile} in ${escape(language)}, ${escape(auditedAt)}.</p>
<p><strong>${score.holds} of ${score.applies} checks that apply hold (${score.percent} %).</strong> ${effort}</p>
<table><thead><tr><th scope="col">Check</th><th scope="col">Question</th><th scope="col">Verdict</th>
<th scope="col">Measured</th><th scope="col">Asked</th></tr></thead><tbody>
${checks.map(row).join('\n')}
</tbody></table>
<h2>What was seen</h2>
<div class="pictures">${figures(report, images)}</div>
</html>
`;
}
