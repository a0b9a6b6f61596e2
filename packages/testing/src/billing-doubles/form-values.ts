/** A value of a form: text, a list, or an object by the names in brackets. */
export type FormValue = string | FormValue[] | { [name: string]: FormValue };

/** Reads names in brackets, as Stripe writes them: `expand[0]=data.payments`, `metadata[a]=b`. */
export function readForm(values: URLSearchParams): Record<string, FormValue> {
  const form: Record<string, FormValue> = {};
  for (const [name, value] of values) put(form, name.split(/[[\]]+/).filter(Boolean), value);
  return listed(form);
}

function put(form: Record<string, FormValue>, [name = '', ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) {
    form[name] = value;
    return;
  }
  const inner = form[name];
  const object = typeof inner === 'object' && !Array.isArray(inner) ? inner : {};
  form[name] = object;
  put(object, rest, value);
}

/** Objects whose names are 0, 1, 2 … are lists. */
function listed(form: Record<string, FormValue>): Record<string, FormValue> {
  return Object.fromEntries(Object.entries(form).map(([name, value]) => [name, asList(value)]));
}

function asList(value: FormValue): FormValue {
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  const names = Object.keys(value);
  return names.every((name, index) => name === String(index)) ? Object.values(value).map(asList) : listed(value);
}
