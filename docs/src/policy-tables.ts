import { evaluatePolicy, profileIds, rules, type EvaluatedPolicy, type ProfileId, type Rule } from '@leavewell/policies';
import { escapeHtml } from './layout.ts';

const statuses: Record<Rule['status'], string> = {
  in_force: 'in force',
  prospective: 'planned, off',
  benchmark: 'asked of others',
  vacated: 'void',
  flag: 'to watch',
};

const bearings: Record<Rule['bearing'], string> = {
  data: 'In the profile',
  elsewhere: 'Elsewhere in leavewell',
  untouched: 'Asks nothing of a cancel flow',
};

const confidences: Record<Rule['confidence'], string> = {
  A: 'A: text read',
  B: 'B: two sources',
  C: 'C: one source',
  U: 'U: unverified',
};

function row({ id, requirement, article, status, effectiveOn, confidence, bearing, note }: Rule): string {
  const since = effectiveOn === null ? '' : `, ${effectiveOn}`;
  const how = note === undefined ? bearings[bearing] : `${bearings[bearing]}: ${note}`;
  return `<tr><th scope="row"><code>${escapeHtml(id)}</code></th>
    <td>${escapeHtml(requirement)}<br /><small>${escapeHtml(article)}</small></td>
    <td>${statuses[status]}${since}<br /><small>${confidences[confidence]}</small></td>
    <td><small>${escapeHtml(how)}</small></td></tr>`;
}

/** Every rule: what it asks, where it is written, whether it binds, how well it was checked, and how it is met. */
export function ruleTable(): string {
  const head =
    '<tr><th scope="col">Rule</th><th scope="col">What it asks</th><th scope="col">Status</th><th scope="col">Here</th></tr>';
  return `<div class="wide" tabindex="0" role="region" aria-label="Rules"><table><thead>${head}</thead><tbody>
${rules.map(row).join('\n')}</tbody></table></div>`;
}

/** What counts for a person with a yearly plan that renews, on the day the rules were read. */
function evaluated(profile: ProfileId): EvaluatedPolicy {
  const plan = { kind: 'recurring', termMonths: 12, isTrial: false } as const;
  return evaluatePolicy({ profile, accountKind: 'person', plan, act: 'cancelRenewal', on: '2026-11-22', wishes: {} });
}

function profileRow(profile: ProfileId): string {
  const { labels, budget, form, withdrawal, offer } = evaluated(profile);
  const words = [labels.open, labels.confirm].flatMap((label) => (label ? [`<q>${escapeHtml(label.text)}</q>`] : []));
  const cells = [
    words.length === 0 ? 'of the language' : words.join(', '),
    `${budget.activations} / ${budget.screensBetween}`,
    form === null ? 'none' : form.fields.join(', ') + (form.review ? ', with a summary' : ''),
    offer.placement === 'with_confirm' ? 'with the button in view, or after' : 'after',
    withdrawal === null ? 'none' : `${withdrawal.days} days`,
  ];
  return `<tr><th scope="row">${profile}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

/** What each profile comes to for a person with a yearly plan. */
export function profileTable(): string {
  const heads = ['Profile', 'Fixed words', 'Presses / screens between', 'Fields when logged in', 'Offer', 'To withdraw'];
  const head = `<tr>${heads.map((name) => `<th scope="col">${name}</th>`).join('')}</tr>`;
  return `<div class="wide" tabindex="0" role="region" aria-label="Profiles"><table><thead>${head}</thead><tbody>
${profileIds.map(profileRow).join('\n')}</tbody></table></div>`;
}
