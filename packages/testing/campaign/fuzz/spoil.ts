import fc, { type Arbitrary } from 'fast-check';

const huge = (length: number): string => 'x'.repeat(length);

/** Strings that have broken somebody's program. */
export const hostileText: Arbitrary<string> = fc.constantFrom(
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udc00\ud800',
  '\u202e\u2066',
  '\ufeff',
  'İıſ',
  '👩‍👩‍👧‍👦'.repeat(20),
  huge(300),
  huge(20_000),
  '__proto__',
  'constructor',
  'toString',
  "' or 1=1 --",
  '"; drop table memberships; --',
  '<script>alert(1)</script>',
  '${7*7}{{7*7}}',
  '../../../../etc/passwd',
  '%00%2e%2e%2f',
  'NaN',
  '1e309',
  '2026-02-30T25:61:61Z',
  '2026-11-22T02:42:00+00:00',
  '+275760-09-13T00:00:00.001Z',
  '9999999999999999999999999',
);

const nested = (depth: number, array: boolean): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = array ? [value] : { a: value };
  return value;
};

/** Values of the wrong kind. */
export const hostileValue: Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom(null, true, false, 0, -1, -0, 1.5, 1e21, Number.MAX_SAFE_INTEGER + 2, Number.MIN_VALUE),
  fc.constantFrom<unknown>([], {}, [[]], [null], nested(200, true), nested(200, false)),
  fc.constant(JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}')),
  fc.jsonValue(),
);

const hostileName = fc.constantFrom(
  '__proto__',
  'constructor',
  'userId',
  'tenantId',
  'memberId',
  'admin',
  'toJSON',
  '',
  'a b',
  '\u0000',
);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every place within a value, as the names that lead there. */
function placesIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([name, each]) => placesIn(each).map((place) => [name, ...place]))];
}

function changeAt(value: unknown, place: readonly string[], change: (found: unknown) => unknown): unknown {
  const [name, ...rest] = place;
  if (name === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((each, index) => (String(index) === name ? changeAt(each, rest, change) : each));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, key === name ? changeAt(each, rest, change) : each]),
  );
}

/** Own property also for `__proto__`, as JSON may have it. */
function withField(value: unknown, name: string, field: unknown): unknown {
  if (!isObject(value)) return field;
  const copy = { ...value };
  Object.defineProperty(copy, name, { value: field, enumerable: true, configurable: true, writable: true });
  return copy;
}

function withoutField(value: unknown, at: number): unknown {
  if (!isObject(value)) return undefined;
  const names = Object.keys(value);
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== names[at % Math.max(1, names.length)]));
}

/** A value with one place in it changed: another kind of value, a field too many or too few. */
export function spoiltValue(value: unknown): Arbitrary<unknown> {
  const place = fc.constantFrom(...placesIn(value));
  return fc.oneof(
    fc.tuple(place, hostileValue).map(([at, hostile]) => changeAt(value, at, () => hostile)),
    fc
      .tuple(place, hostileName, hostileValue)
      .map(([at, name, field]) => changeAt(value, at, (found) => withField(found, name, field))),
    fc
      .tuple(place, fc.nat({ max: 20 }))
      .map(([at, which]) => changeAt(value, at, (found) => withoutField(found, which))),
  );
}

/** The bytes of a body with something wrong with them as text. */
export function spoiltBytes(body: string): Arbitrary<Buffer> {
  const bytes = Buffer.from(body);
  return fc.oneof(
    fc.nat({ max: Math.max(0, bytes.length - 1) }).map((length) => bytes.subarray(0, length)),
    fc.constantFrom(
      Buffer.from([0xff, 0xfe, 0x00]),
      Buffer.concat([bytes.subarray(0, -1), Buffer.from([0xc3, 0x28, 0x7d])]),
      Buffer.from('\ufeff' + body),
      Buffer.from(`${body}${body}`),
      Buffer.from('['.repeat(30_000)),
      Buffer.from('{"a":'.repeat(8000)),
      Buffer.from(`{"proof":"a","proof":"b"}`),
      Buffer.from(`{"x":1e400}`),
      Buffer.from('null'),
      Buffer.from(huge(70_000)),
      Buffer.from(`"${huge(200_000)}"`),
    ),
    fc.uint8Array({ maxLength: 64 }).map((random) => Buffer.from(random)),
  );
}
