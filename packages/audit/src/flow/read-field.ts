/** A flow file that cannot be used; the message names the field and what belongs there. */
export class FlowError extends Error {
  override readonly name = 'FlowError';
}

/** An object of a flow file. */
export type Fields = Readonly<Record<string, unknown>>;

/** Reads one field at a path of the file; a path is what messages name. */
export type Reader<T> = (value: unknown, path: string) => T;

function refuse(path: string, needed: string, value: unknown): never {
  throw new FlowError(`${path} is ${JSON.stringify(value) ?? 'missing'}: give ${needed}`);
}

/** An object that has no other fields than those named. */
export function fieldsOf(value: unknown, path: string, names: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(path, 'an object', value);
  const other = Object.keys(value).find((name) => !names.includes(name));
  if (other !== undefined) throw new FlowError(`${path}.${other} is not known: use ${names.join(', ')}`);
  return { ...value };
}

/** A text that is not empty. */
export const readText: Reader<string> = (value, path) =>
  typeof value === 'string' && value !== '' ? value : refuse(path, 'a text', value);

/** A number from 0 on. */
export const readNumber: Reader<number> = (value, path) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : refuse(path, 'a number from 0 on', value);

/** An instant in ISO 8601. */
export const readInstant: Reader<string> = (value, path) =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value))
    ? value
    : refuse(path, 'an instant such as 2026-12-29T16:00:00Z', value);

/** A regular expression, written as text. */
export const readPattern: Reader<RegExp> = (value, path) => {
  try {
    return new RegExp(readText(value, path));
  } catch {
    return refuse(path, 'a regular expression such as \\\\b\\\\d{6}\\\\b', value);
  }
};

/** An address, absolute or as seen from `base`. */
export function readUrl(base: string): Reader<string> {
  return (value, path) => {
    const url = typeof value === 'string' ? URL.parse(value, base) : null;
    return url !== null && /^https?:$/.test(url.protocol) ? url.href : refuse(path, 'an http or https address', value);
  };
}

/** Texts by name. */
export const readTexts: Reader<Readonly<Record<string, string>>> = (value, path) => {
  const fields = fieldsOf(value, path, Object.keys(value ?? {}));
  return Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, readText(text, `${path}.${name}`)]));
};

/** A list of what `read` reads. */
export function listOf<T>(read: Reader<T>): Reader<readonly T[]> {
  return (value, path) =>
    Array.isArray(value) ? value.map((each, at) => read(each, `${path}[${at}]`)) : refuse(path, 'a list', value);
}

/** What `read` reads, or something else when the field is absent. */
export function optional<T, U>(read: Reader<T>, otherwise: U): Reader<T | U> {
  return (value, path) => (value === undefined || value === null ? otherwise : read(value, path));
}
