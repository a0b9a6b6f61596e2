import type { DeclarationField } from '@leavewell/contract';
import type { PageAct, PageField, PageWords } from '@leavewell/locales/pages';
import type { EvaluatedPolicy, FixedText } from '@leavewell/policies';
import { html, type Html, type Part } from './html.ts';
import type { Page } from './page.ts';
import type { Faults, Typed } from './read-form.ts';

/** What a page shows: for which act, by which policy, in which words, with which key. */
export interface Shown {
  readonly act: PageAct;
  readonly policy: EvaluatedPolicy;
  readonly words: PageWords;
  /** Random for each form that is opened; the same for everything that follows from it. */
  readonly key: string;
  readonly typed: Typed;
}

/** What a form shows beside what was typed. */
interface Said {
  readonly faults: Faults;
  /** For the whole form; null when it concerns one field, or nothing. */
  readonly fault: string | null;
}

const nothingSaid: Said = { faults: {}, fault: null };

/** Fixed words in the language they are in, else ours. */
function label(fixed: FixedText | null, own: string): Html {
  return fixed === null ? html`${own}` : html`<span lang="${fixed.language}">${fixed.text}</span>`;
}

/** A button that sends the form with a step; fixed words are in it and nothing else. */
export function button(step: string, own: string, look: { isMain: boolean; fixed?: FixedText | null }): Html {
  const { isMain, fixed = null } = look;
  const lang = fixed === null ? null : html` lang="${fixed.language}"`;
  const main = isMain ? html` class="main"` : null;
  return html`<button type="submit" name="step" value="${step}"${main}${lang}>${fixed?.text ?? own}</button>`;
}

interface Control {
  readonly field: PageField;
  readonly words: PageWords;
  readonly value: string;
  readonly fault: string | undefined;
}

const attributes: Readonly<Record<Exclude<PageField, 'termination_kind' | 'reason'>, Html>> = {
  name: html`type="text" autocomplete="name" required`,
  contract: html`type="text" autocomplete="off" autocapitalize="off" spellcheck="false" required`,
  end_date: html`type="date" autocomplete="off"`,
  email: html`type="email" autocomplete="email" inputmode="email" autocapitalize="off" spellcheck="false" required`,
};

function invalid({ field, fault }: Control): Part {
  return fault === undefined ? null : html` aria-invalid="true" aria-describedby="${field}-fault"`;
}

function faultText({ field, fault }: Control): Part {
  return fault === undefined ? null : html`<p class="fault" id="${field}-fault">${fault}</p>`;
}

function input(control: Control, own: Html): Html {
  const { field, words, value } = control;
  return html`<div class="field">
<label for="${field}">${words.fields[field]}</label>
<input id="${field}" name="${field}" value="${value}" ${own}${invalid(control)}>
${faultText(control)}</div>`;
}

/** Nothing is chosen until somebody chooses. */
function kinds({ words, value }: Control): Html {
  const choice = (kind: 'ordinary' | 'extraordinary') => {
    const checked = value === kind ? html` checked` : null;
    return html`<div class="choice">
<input type="radio" name="termination_kind" value="${kind}" id="kind-${kind}"${checked}>
<label for="kind-${kind}">${words.kinds[kind]}</label></div>`;
  };
  return html`<fieldset><legend>${words.fields.termination_kind}</legend>
${choice('ordinary')}${choice('extraordinary')}</fieldset>`;
}

function reason(control: Control): Html {
  const { words, value } = control;
  return html`<div class="field reason">
<label for="reason">${words.fields.reason}</label>
<textarea id="reason" name="reason" rows="3" autocomplete="off"${invalid(control)}>
${value}</textarea>
${faultText(control)}</div>`;
}

const controls: Readonly<Record<DeclarationField, (control: (field: PageField) => Control) => Part>> = {
  termination_kind: (control) => [kinds(control('termination_kind')), reason(control('reason'))],
  name: (control) => input(control('name'), attributes.name),
  contract: (control) => input(control('contract'), attributes.contract),
  end_date: (control) => input(control('end_date'), attributes.end_date),
  email: (control) => input(control('email'), attributes.email),
};

/** Everything at once, first, and in focus, so that nobody has to look for it. */
function summary({ faults: { heading } }: PageWords, { faults, fault }: Said): Part {
  const all = [...(fault === null ? [] : [fault]), ...Object.values(faults)];
  if (all.length === 0) return null;
  return html`<div class="faults" role="alert" tabindex="-1" autofocus aria-labelledby="faults">
<h2 id="faults">${heading}</h2>
<ul>${all.map((one) => html`<li>${one}</li>`)}</ul>
</div>`;
}

/** What a page carries on without showing it. */
export function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

/** The words of the heading: of withdrawing those that a law fixes. */
export function headingOf({ act, policy, words }: Shown): { readonly text: string; readonly shown: Html } {
  const fixed = act === 'withdraw' ? policy.labels.open : null;
  const own = words.acts[act].heading;
  return { text: fixed?.text ?? own, shown: label(fixed, own) };
}

/** The form: the fields that the law of the place names, and one button that is there from the first moment. */
export function formPage(shown: Shown, said: Said = nothingSaid): Page {
  const { act, policy, words, key, typed } = shown;
  const heading = headingOf(shown);
  const control = (field: PageField): Control => ({
    field,
    words,
    value: typed[field] ?? '',
    fault: said.faults[field],
  });
  const { fields, review } = policy.publicForm;
  const isFaulty = said.fault !== null || Object.keys(said.faults).length > 0;
  const press = review
    ? button('check', words.review.next, { isMain: true })
    : button('send', words.acts[act].confirm, { isMain: true, fixed: policy.labels.confirm });
  return {
    title: isFaulty ? `${words.faults.heading}: ${heading.text}` : heading.text,
    status: isFaulty ? 400 : 200,
    body: html`<h1>${heading.shown}</h1>
${summary(words, said)}
${policy.isPure ? null : html`<p class="intro">${words.acts[act].intro}</p>`}
<form method="post" novalidate>
${hidden('key', key)}
${fields.map((field) => controls[field](control))}
<div class="actions">${press}</div>
</form>`,
  };
}
