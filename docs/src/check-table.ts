import { checks } from '@leavewell/audit';
import { escapeHtml } from './layout.ts';

/** The questions of the auditor, in their order. */
export function checkTable(): string {
  const rows = checks.map(({ id, title }) => `<tr><th scope="row">${id}</th><td>${escapeHtml(title)}</td></tr>`);
  const head = '<tr><th scope="col">Check</th><th scope="col">What must hold</th></tr>';
  return `<div class="wide" tabindex="0" role="region" aria-label="Checks"><table><thead>${head}</thead><tbody>
${rows.join('\n')}</tbody></table></div>`;
}
