import type { DeclarationField, DeclarationRequest } from '@leavewell/contract';
import type { PageField, PageWords } from '@leavewell/locales/pages';
import { printable } from './html.ts';

/** What was typed into each field, as it was typed. */
export type Typed = Readonly<Partial<Record<PageField, string>>>;

/** What is wrong with a field, in the reader's words. */
export type Faults = Readonly<Partial<Record<PageField, string>>>;

/** What a form said: the declaration, or what is missing in it. */
export interface ReadForm {
  readonly typed: Typed;
  readonly faults: Faults;
  readonly declaration: DeclarationRequest;
}

const most: Readonly<Record<PageField, number>> = {
  termination_kind: 20,
  reason: 2000,
  name: 200,
  contract: 200,
  end_date: 10,
  email: 254,
};

/** The fields a place asks for; a reason belongs to the kind. */
export function fieldsOf(fields: readonly DeclarationField[]): readonly PageField[] {
  return fields.flatMap((field): PageField[] => (field === 'termination_kind' ? [field, 'reason'] : [field]));
}

/** Whether a text is a day of the calendar, `2026-12-31`. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** What is wrong with each field that is asked for; a kind and a reason may always be left out. */
const faultOf: Readonly<Record<PageField, (text: string, words: PageWords['faults']) => string | null>> = {
  termination_kind: () => null,
  reason: () => null,
  name: (text, { missing }) => (text === '' ? missing.name : null),
  contract: (text, { missing }) => (text === '' ? missing.contract : null),
  email: (text, { missing, notAnEmail }) => {
    if (text === '') return missing.email;
    return /^[^\s@]+@[^\s@]+$/.test(text) ? null : notAnEmail;
  },
  end_date: (text, { notADay }) => (text === '' || isDay(text) ? null : notADay),
};

/** What each field says in a declaration. An unchosen kind is an ordinary one, and no day the earliest possible. */
function declarationOf(fields: readonly PageField[], typed: Typed): DeclarationRequest {
  const isExtraordinary = typed.termination_kind === 'extraordinary';
  const said: Readonly<Record<PageField, DeclarationRequest>> = {
    termination_kind: { terminationKind: isExtraordinary ? 'extraordinary' : 'ordinary' },
    reason: isExtraordinary && typed.reason ? { reason: typed.reason } : {},
    name: { name: typed.name ?? '' },
    contract: { contract: typed.contract ?? '' },
    end_date: { endDate: typed.end_date || null },
    email: { email: typed.email ?? '' },
  };
  const parts = fields.map((field) => said[field]);
  return Object.assign({}, ...parts);
}

/** Reads the fields that the place asks for; everything else that was sent is passed over. */
export function readForm(form: URLSearchParams, asked: readonly DeclarationField[], words: PageWords): ReadForm {
  const fields = fieldsOf(asked);
  const typed: Partial<Record<PageField, string>> = {};
  const faults: Partial<Record<PageField, string>> = {};
  for (const field of fields) {
    const text = printable(form.get(field) ?? '').trim();
    const tooLong = text.length > most[field] ? words.faults.tooLong(most[field]) : null;
    const fault = tooLong ?? faultOf[field](text, words.faults);
    typed[field] = text;
    if (fault !== null) faults[field] = fault;
  }
  return { typed, faults, declaration: declarationOf(fields, typed) };
}
