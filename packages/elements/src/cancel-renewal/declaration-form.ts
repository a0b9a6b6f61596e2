import type { Phrase } from '@leavewell/locales';
import type { Declaration, DeclarationForm } from '@leavewell/sdk';
import { html, type TemplateResult } from 'lit';
import type { StepCatalog } from './cancel-words.ts';

type Field = DeclarationForm['fields'][number];
type Row = readonly [name: string, value: string | Phrase];

/** The id of the form, for the button outside of it. */
export const formId = 'declaration';

/** Type, and what the browser may fill in by itself. */
const kinds: Readonly<Record<Exclude<Field, 'termination_kind'>, readonly [type: string, autocomplete: string]>> = {
  name: ['text', 'name'],
  contract: ['text', 'off'],
  end_date: ['date', 'off'],
  email: ['email', 'email'],
};

function input(words: StepCatalog, field: keyof typeof kinds, value = ''): TemplateResult {
  const [type, autocomplete] = kinds[field];
  return html`<label class="small" for=${field}>${words[`declare.${field}`]}</label>
    <input
      id=${field}
      name=${field}
      class="field"
      part="declaration-input"
      type=${type}
      autocomplete=${autocomplete}
      .defaultValue=${value}
    />`;
}

/** Only for good cause is a reason asked for, and then in the member's own words. */
function terminationKind(words: StepCatalog, known: Declaration): TemplateResult {
  const isExtraordinary = known.terminationKind === 'extraordinary';
  return html`<label class="small" for="termination_kind">${words['declare.termination_kind']}</label>
    <select id="termination_kind" name="termination_kind" class="field" part="declaration-input">
      <option value="ordinary" ?selected=${!isExtraordinary}>${words['declare.ordinary']}</option>
      <option value="extraordinary" ?selected=${isExtraordinary}>${words['declare.extraordinary']}</option>
    </select>
    <div class="reason">
      <label class="small" for="reason">${words['declare.reason']}</label>
      <textarea id="reason" name="reason" class="field" maxlength="2000" .defaultValue=${known.reason ?? ''}></textarea>
    </div>`;
}

const inputs: Readonly<Record<Field, (words: StepCatalog, known: Declaration) => TemplateResult>> = {
  termination_kind: terminationKind,
  name: (words, { name }) => input(words, 'name', name),
  contract: (words, { contract }) => input(words, 'contract', contract),
  end_date: (words, { endDate }) => input(words, 'end_date', endDate ?? ''),
  email: (words, { email }) => input(words, 'email', email),
};

/** What was typed, as far as it was asked for. */
function declarationIn(form: HTMLFormElement, fields: readonly Field[]): Declaration {
  const data = new FormData(form);
  const typed = (name: string) => `${data.get(name) ?? ''}`.trim();
  const isExtraordinary = typed('termination_kind') === 'extraordinary';
  const declared: Readonly<Record<Field, Declaration>> = {
    termination_kind: isExtraordinary
      ? { terminationKind: 'extraordinary', reason: typed('reason') }
      : { terminationKind: 'ordinary' },
    name: { name: typed('name') },
    contract: { contract: typed('contract') },
    end_date: { endDate: typed('end_date') || null },
    email: { email: typed('email') },
  };
  return Object.assign({}, ...fields.map((field) => declared[field]));
}

/** The fields that the law asks for, filled in with what is known. */
export function declarationForm(
  words: StepCatalog,
  { fields, known }: DeclarationForm,
  declare: (declaration: Declaration) => void,
): TemplateResult {
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (event.currentTarget instanceof HTMLFormElement) declare(declarationIn(event.currentTarget, fields));
  };
  return html`<form id=${formId} novalidate @submit=${onSubmit}>${fields.map((field) => inputs[field](words, known))}</form>`;
}

/** What was declared, to be checked. */
export function declaredRows(
  words: StepCatalog,
  { fields }: DeclarationForm,
  { terminationKind: kind = 'ordinary', reason, name = '', contract = '', endDate = null, email = '' }: Declaration,
): readonly Row[] {
  const values: Readonly<Record<Field, string | Phrase>> = {
    termination_kind: [words[`declare.${kind}`], reason].filter(Boolean).join(': '),
    name,
    contract,
    end_date: endDate === null ? words['declare.earliest'] : [words['date.day'](endDate)],
    email,
  };
  const nameOf = (field: Field) => (field === 'end_date' ? words['receipt.ends'] : words[`declare.${field}`]);
  return fields.map((field) => [nameOf(field), values[field]]);
}
