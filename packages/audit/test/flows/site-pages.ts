import { appPage } from './app-page.ts';
import type { SiteWords } from './site-words.ts';

/** One membership on the little site. */
export interface Member {
  readonly id: string;
  renews: boolean;
  hasDeclined: boolean;
  readonly mails: object[];
}

/** What a page is made with. `at` gives the address of another page for the same member. */
export interface PageContext {
  readonly words: SiteWords;
  readonly language: string;
  readonly member: Member;
  readonly query: URLSearchParams;
  readonly at: (path: string) => string;
}

export type SitePage = (context: PageContext) => string;

const styles = `body { font: 16px/1.5 sans-serif; color: #222; background: #fff; margin: 16px; }
a.button, button { display: inline-block; font: inherit; padding: 8px 16px; border: 1px solid #444;
background: #fff; color: #222;
text-decoration: none; min-width: 120px; box-sizing: border-box; text-align: center; }
footer a { display: inline-block; min-height: 24px; } :focus-visible { outline: 3px solid #06c; }
input, select { font: inherit; min-height: 32px; } dd { margin: 0 0 8px; }`;

function frame({ language, words, at }: PageContext, title: string, body: string): string {
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${title}</title><style>${styles}</style>
<body><main><h1>${title}</h1>${body}</main><footer><a href="${at('/legal')}">${words.legal}</a></footer></body></html>`;
}

const button = (text: string, more = '') => `<button ${more}>${text}</button>`;

const account: SitePage = (context) => {
  const { words, member, query, at } = context;
  const status = query.has('resumed') ? `<p role="status">${words.resumed}</p>` : '';
  const state = member.renews
    ? `<p>${words.price}. <span>${words.renews}</span></p>
<p><a class="button" href="${at('/cancel')}">${words.open}</a></p>`
    : `<p><span>${words.until}</span> ${words.noCharge}</p>
<p><a class="button" href="${at('/resume')}">${words.resume}</a></p>`;
  return frame(context, words.page, `${status}${state}`);
};

const cancel: SitePage = (context) => {
  const { words, at, query } = context;
  const code =
    query.get('code') === null
      ? ''
      : `<p><label>${words.code} <input name="code" autocomplete="one-time-code" inputmode="numeric"></label></p>`;
  return frame(
    context,
    words.heading,
    `<dl><dt>${words.contract}</dt><dd>Pro, K-1</dd><dt>${words.endDate}</dt><dd>${words.end}</dd></dl>
<p role="status" id="hint"></p><form method="post" action="${at('/cancel')}">${code}
<div class="actions">${button(words.confirm)}
${button(words.keep, `formnovalidate formmethod="post" formaction="${at('/keep')}"`)}</div></form>`,
  );
};

/** The receipt as text: the same words on the screen, in the file and in the mail. */
export function receiptText({ words }: PageContext): string {
  return [
    `${words.reference}: CR-7F3K-29QD`,
    `${words.contract}: Pro, K-1`,
    `${words.requested}: 22 November 2026, 10:42, Asia/Shanghai (UTC+8)`,
    words.until,
    words.noCharge,
    words.refund,
    words.undo,
    words.contact,
  ].join('\n');
}

const done: SitePage = (context) => {
  const { words, at, member } = context;
  const lines = receiptText(context)
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('');
  const offer = member.hasDeclined
    ? ''
    : `<form method="post" action="${at('/decline')}"><p>${words.offer}</p>
<button type="button">${words.accept}</button> ${button(words.decline)}</form>`;
  return frame(
    context,
    words.done,
    `<div role="status">${lines}</div>
<p><a class="button" href="${at('/receipt.txt')}" download>${words.file}</a>
<a class="button" href="${at('/receipt.ics')}">${words.calendar}</a></p>
${offer}<p><label>${words.reason} <input></label></p>`,
  );
};

const resume: SitePage = (context) => {
  const { words, at } = context;
  return frame(
    context,
    words.resumeTitle,
    `<p>${words.price}</p><p>${words.renews}</p>
<form method="post" action="${at('/resume')}">${button(words.resume)}</form>`,
  );
};

const leave: SitePage = (context) => {
  const { words, at } = context;
  return frame(
    context,
    words.heading,
    `<form method="post" action="${at('/leave')}">
${[words.name, words.contract].map((label) => `<p><label>${label} <input required></label></p>`).join('')}
<p><label>${words.email} <input type="email" required></label></p>${button(words.confirm)}</form>`,
  );
};

const left: SitePage = (context) => frame(context, context.words.done, `<p>${context.words.contact}</p>`);

/** Only a spoiled site leads here: one more page in the way. */
const between: SitePage = (context) => {
  const { words, at } = context;
  return frame(
    context,
    words.page,
    `<p>${words.price}</p><p><a class="button" href="${at('/cancel?passed')}">${words.onward}</a></p>`,
  );
};

/** The pages of an honest site, by path. */
export const sitePages: Readonly<Record<string, SitePage>> = {
  '/account': account,
  '/cancel': cancel,
  '/done': done,
  '/resume': resume,
  '/leave': leave,
  '/left': left,
  '/between': between,
  '/receipt.txt': receiptText,
  '/app': appPage(receiptText),
};
