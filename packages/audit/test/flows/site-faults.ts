import type { CheckId } from '../../src/checks/check.ts';
import type { PageContext } from './site-pages.ts';

/** One way of being dishonest: a page, and what is done to it. */
export interface SiteFault {
  readonly page: string;
  readonly spoil: (html: string, context: PageContext) => string;
}

/** Puts `other` where `part` stands; a part that is not there would leave the page honest. */
function instead(part: string, other: string) {
  return (html: string) => {
    if (!html.includes(part)) throw new Error(`there is no ${part} to spoil`);
    return html.replace(part, other);
  };
}

const withIcon = instead(
  'Cancel subscription</a>',
  'Cancel subscription<svg width="16" height="16"><circle cx="8" cy="8" r="6"/></svg></a>',
);
const before = (part: string, more: string) => instead(part, `${more}${part}`);
const twice = `onsubmit="if (event.submitter?.hasAttribute('formaction') || this.asked) return true;
this.asked = true; hint.textContent = 'Press once more'; return false"`;
const inOwnZone = `<script>const end = new Date('2026-12-31T16:00:00Z');
const day = end.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
document.querySelectorAll('main span').forEach((span) => {
if (span.textContent.startsWith('Access until')) span.textContent = 'Access until ' + day + '.'; });</script>`;
const tooSoon = `<script>document.forms[0].addEventListener('submit', (event) => {
if (event.submitter.hasAttribute('formaction')) return;
hint.textContent = 'Your subscription is canceled'; });</script>`;

/** For each check of the rubric the site that fails it, and it alone. */
export const siteFaults: Readonly<Record<CheckId | 'Q16 too soon', SiteFault>> = {
  Q1: { page: '/cancel', spoil: instead('<form ', `<form ${twice} `) },
  Q2: {
    page: '/cancel',
    spoil: (html, { query, at }) =>
      query.has('passed') ? html : `<!doctype html><meta http-equiv="refresh" content="0;url=${at('/between')}">`,
  },
  Q3: {
    page: '/account',
    spoil: before('</body>', '<style>main a { font-size: 10px !important; color: #aaa !important }</style>'),
  },
  Q4: { page: '/leave', spoil: before('<button', '<p><label>Password <input type="password" required></label></p>') },
  Q5: { page: '/account', spoil: (html, { member }) => (member.renews ? withIcon(html) : html) },
  Q6: { page: '/cancel', spoil: before('<form', '<p>Viele Vorteile warten auf Sie.</p>') },
  Q7: {
    page: '/cancel',
    spoil: before(
      '</body>',
      `<script>const late = document.querySelector('.actions button');
late.hidden = true; late.style.display = 'none'; setTimeout(() => late.style.display = '', 900)</script>`,
    ),
  },
  Q8: {
    page: '/cancel',
    spoil: before(
      '</body>',
      '<style>.actions button + button { font-size: 24px; font-weight: 700; background: #06c; color: #fff }</style>',
    ),
  },
  Q9: {
    page: '/done',
    spoil: before('</main>', '<p><label><input type="checkbox" checked style="width: 24px"> Send me news</label></p>'),
  },
  Q10: { page: '/done', spoil: instead('No thanks', 'No thanks, I prefer to pay full price') },
  Q11: {
    page: '/done',
    spoil: before('</main>', '<p><label>Tell us more <select><option>-</option></select></label></p>'),
  },
  Q12: {
    page: '/cancel',
    spoil: before(
      '<form',
      `<p id="deal">Half price for 3 months</p>
<script>if (localStorage.seen) deal.remove(); localStorage.seen = 1</script>`,
    ),
  },
  Q13: {
    page: '/account',
    spoil: (html, { member, words }) =>
      member.hasDeclined ? html.replace('</main>', `<p>${words.offer}</p></main>`) : html,
  },
  Q14: {
    page: '/cancel',
    spoil: before(
      '</main>',
      `<p id="left">Time left: 299 s</p>
<script>let rest = 299;
setInterval(() => { rest -= 1; left.textContent = 'Time left: ' + rest + ' s' }, 1000)</script>`,
    ),
  },
  Q15: { page: '/receipt.txt', spoil: instead(', Asia/Shanghai (UTC+8)', '') },
  Q16: { page: '/account', spoil: before('</body>', inOwnZone) },
  'Q16 too soon': { page: '/cancel', spoil: before('</body>', tooSoon) },
  Q17: {
    page: '/cancel',
    spoil: (html, { query, at }) =>
      query.get('before') === '5min' && !query.has('passed')
        ? `<!doctype html><meta http-equiv="refresh" content="0;url=${at('/between')}">`
        : html,
  },
  Q18: {
    page: '/cancel',
    spoil: (html) => html.replace(/(<button >.*?<\/button>)\s*(<button formno.*?<\/button>)/s, '$2 $1'),
  },
  Q19: {
    page: '/done',
    spoil: before('</main>', '<style>main p a.button { padding: 0; font-size: 10px; line-height: 12px }</style>'),
  },
  Q20: { page: '/resume', spoil: instead('<p>€9.00 each month</p>', '') },
};
