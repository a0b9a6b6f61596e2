import fc, { type Arbitrary } from 'fast-check';
import type { JsonSchema, ReadDocument } from './document.ts';

type Schemas = ReadDocument['schemas'];

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const numberOf = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

const instants = fc.constantFrom(
  '2025-12-31T16:00:00Z',
  '2026-11-22T02:42:00Z',
  '2027-02-28T23:59:59.5Z',
  '2026-12-31T16:00:00Z',
);

function textOf({ pattern, minLength, maxLength }: JsonSchema): Arbitrary<string> {
  if (typeof pattern === 'string' && pattern.startsWith('^\\d{4}-\\d{2}-\\d{2}T')) return instants;
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern));
  const least = numberOf(minLength, 0);
  return fc.string({ minLength: least, maxLength: Math.max(least, Math.min(numberOf(maxLength, 60), 60)) });
}

function objectOf(schema: JsonSchema, schemas: Schemas): Arbitrary<unknown> {
  const properties = isSchema(schema.properties) ? schema.properties : {};
  const required = Array.isArray(schema.required) ? schema.required.map(String) : [];
  const fields = Object.entries(properties).map(
    ([name, each]) => [name, valueOfSchema(isSchema(each) ? each : {}, schemas)] as const,
  );
  const fixed = fc.record(Object.fromEntries(fields), { requiredKeys: required });
  if (!isSchema(schema.additionalProperties) || fields.length > 0) return fixed;
  return fc.dictionary(
    fc.constantFrom('en', 'zh-CN', 'de', 'ar'),
    valueOfSchema(schema.additionalProperties, schemas),
    { maxKeys: 4 },
  );
}

type Maker = (schema: JsonSchema, schemas: Schemas) => Arbitrary<unknown>;

function wholeNumber({ minimum, exclusiveMinimum, maximum }: JsonSchema): Arbitrary<number> {
  const least = typeof exclusiveMinimum === 'number' ? exclusiveMinimum + 1 : numberOf(minimum, -1000);
  return fc.integer({ min: Math.max(least, -1_000_000), max: Math.min(numberOf(maximum, 1_000_000), 1_000_000) });
}

const makers: Readonly<Record<string, Maker>> = {
  string: textOf,
  integer: wholeNumber,
  number: () => fc.double({ noNaN: true, noDefaultInfinity: true }),
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
  object: objectOf,
  array: (schema, schemas) =>
    fc.array(valueOfSchema(isSchema(schema.items) ? schema.items : {}, schemas), {
      maxLength: Math.min(numberOf(schema.maxItems, 4), 4),
    }),
};

/** Values that fit a JSON Schema, as far as our own document uses it. Throws for what it does not know. */
export function valueOfSchema(schema: JsonSchema, schemas: Schemas): Arbitrary<unknown> {
  if (typeof schema.$ref === 'string') {
    const target = schemas[schema.$ref.split('/').at(-1) ?? ''];
    if (!target) throw new Error(`no schema ${schema.$ref}`);
    return valueOfSchema(target, schemas);
  }
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  if ('const' in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.anyOf))
    return fc.oneof(...schema.anyOf.filter(isSchema).map((each) => valueOfSchema(each, schemas)));
  const maker = makers[String(schema.type)];
  if (!maker) return fc.jsonValue();
  return maker(schema, schemas);
}
