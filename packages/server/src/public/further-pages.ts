import type { DeclarationReceipt } from '@leavewell/contract';
import type { PageFailure, PageWords } from '@leavewell/locales/pages';
import { declarationRows, receiptFile, receiptRows, type Row } from './declaration-rows.ts';
import { button, hidden, type Shown } from './form-page.ts';
import { html, type Html } from './html.ts';
import type { Page } from './page.ts';
import type { ReadForm, Typed } from './read-form.ts';

function list(rows: readonly Row[]): Html {
  return html`<dl>${rows.map(([label, value]) => html`<div class="row"><dt>${label}</dt><dd>${value}</dd></div>
`)}</dl>`;
}

/** What was typed travels on in the page itself: nothing is stored and no cookie set until it is sent. */
function carried(key: string, typed: Typed): readonly Html[] {
  return [hidden('key', key), ...Object.entries(typed).map(([field, value]) => hidden(field, value))];
}

/** What was typed, to be checked and changed before it is sent (C. conso. D215-3). */
export function reviewPage({ act, policy, words, key }: Shown, { typed, declaration }: ReadForm): Page {
  const send = button('send', words.acts[act].confirm, { isMain: true, fixed: policy.labels.confirm });
  return {
    title: words.review.heading,
    body: html`<h1>${words.review.heading}</h1>
${list([[words.done.act, words.done.acts[act]], ...declarationRows(words, declaration)])}
<form method="post" novalidate>
${carried(key, typed)}
<div class="actions">${send}${button('change', words.review.change, { isMain: false })}</div>
</form>`,
  };
}

/** Phones fill it in by themselves, and it can be pasted (WCAG 2.2, 3.3.8). */
const codeInput = html`type="text" inputmode="numeric" autocomplete="one-time-code"
autocapitalize="off" spellcheck="false"`;

/** What the page of the code says beside its question. */
export type CodeNote = 'wrong' | 'sentAgain' | null;

/**
 * Asks for the code that went to the phone or mail on file. It says neither where nor whether: for what fits no
 * contract the page is the same. Somebody who can get none goes on to a person.
 */
export function codePage({ words, key }: Shown, typed: Typed, note: CodeNote): Page {
  const { code } = words;
  const isWrong = note === 'wrong';
  const invalid = isWrong ? html` aria-invalid="true" aria-describedby="code-fault" autofocus` : null;
  const fault = isWrong ? html`<p class="fault" id="code-fault" role="alert">${code.wrong}</p>` : null;
  return {
    title: isWrong ? `${words.faults.heading}: ${code.heading}` : code.heading,
    status: isWrong ? 400 : 200,
    body: html`<h1>${code.heading}</h1>
<p>${code.text}</p>
${note === 'sentAgain' ? html`<p role="status">${code.sentAgain}</p>` : null}
<form method="post" novalidate>
${carried(key, typed)}
<div class="field">
<label for="code">${code.label}</label>
<input id="code" name="code" ${codeInput}${invalid}>
${fault}</div>
<div class="actions">
${button('code', code.confirm, { isMain: true })}
${button('again', code.again, { isMain: false })}
${button('person', code.cannot, { isMain: false })}
</div>
</form>`,
  };
}

/**
 * That it arrived, to be read, printed and saved (s. 312k(3) and (4) BGB, art. 11a(4) CRD). The file is in the link
 * itself: nothing is kept for it on the server, and no address leads to it.
 */
export function donePage({ act, words }: Shown, receipt: DeclarationReceipt, isForPerson: boolean): Page {
  const next = isForPerson ? words.done.byPerson : words.done.next;
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(receiptFile(words, receipt, next).toWellFormed())}`;
  const { received } = words.acts[act];
  return {
    title: received,
    body: html`<h1>${received}</h1>
${list(receiptRows(words, receipt))}
<p>${next}</p>
<div class="actions"><a class="button" download="${receipt.id}.txt" href="${file}">${words.done.save}</a></div>`,
  };
}

/** Says that the place gives no right to withdraw, and leads to the other act. */
export function noRightPage(shown: Shown, cancelPath: string): Page {
  const { noRight } = shown.words;
  return {
    title: noRight.heading,
    body: html`<h1>${noRight.heading}</h1>
<p>${noRight.text}</p>
<p><a href="${cancelPath}">${noRight.cancel}</a></p>`,
  };
}

/** Says why something was not taken, and leads back where there is a form. */
export function failedPage(words: PageWords, failure: PageFailure, status: number, formPath: string | null): Page {
  const { heading, text } = words.failures[failure];
  return {
    title: heading,
    status,
    body: html`<h1>${heading}</h1>
<p>${text}</p>
${formPath === null ? null : html`<p><a href="${formPath}">${words.back}</a></p>`}`,
  };
}
