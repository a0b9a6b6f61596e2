import { dayIn, type DatePart } from '@leavewell/locales';
import type { Membership } from '@leavewell/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../phrase-template.ts';
import { timelineView } from './timeline-view.ts';
import type { CenterWords } from '../member-center/center-words.ts';

function label(part: DatePart | null, look = ''): TemplateResult | typeof nothing {
  return part ? html`<span class=${look}>${say([part])}</span>` : nothing;
}

/** Used time, today, and where it ends; after that more time or nothing. In words for those who do not see it. */
export function timeline(words: CenterWords, membership: Membership): TemplateResult | typeof nothing {
  const view = timelineView(membership);
  if (!view) return nothing;
  const { asOf, periodStartsAt, timeZone, lastDay, nextLastDay } = membership;
  const short = (day: string | null) => (day === null ? null : words['date.short'](day, asOf));
  const end = label(short(lastDay));
  return html`<div
    part="timeline"
    class="timeline ${view.renews ? 'renews' : ''}"
    role="img"
    aria-label=${words['timeline.summary'](membership)}
    .style=${`--_today:${view.today};--_cap:${view.cap}`}
  >
    <div class="track"><i class="used"></i><i class="more"></i><i class="cap"></i><i class="now"></i></div>
    <div class="labels">
      <div>${label(short(dayIn(periodStartsAt, timeZone)))}<span class="today">${words['timeline.today']}</span></div>
      <div>${view.renews ? nothing : end}</div>
      ${view.renews ? html`<div>${end}${label(short(nextLastDay), 'next')}</div>` : nothing}
    </div>
  </div>`;
}
