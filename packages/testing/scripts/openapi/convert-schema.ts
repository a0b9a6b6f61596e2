import { isJsonObject, type JsonObject } from './json-object.ts';

/** Words that say nothing about which values are valid. */
const saysNothing = /^(description|title|example|examples|default|readOnly|xml|externalDocs|deprecated)$|^x-/;

/**
 * Makes plain JSON Schema of an OpenAPI 3.0 or 3.1 schema: `nullable` becomes a type `null`, references lead into this
 * extract, those to schemas that are not kept accept anything, and texts for people are dropped.
 */
export function convertSchema(schema: unknown, kept: ReadonlySet<string>): unknown {
  if (Array.isArray(schema)) return schema.map((part) => convertSchema(part, kept));
  if (!isJsonObject(schema)) return schema;
  if (typeof schema['$ref'] === 'string') return referenceTo(schema['$ref'], kept);
  const { nullable, ...rest } = schema;
  const converted = withoutTexts(rest, kept);
  return nullable === true ? orNull(converted) : converted;
}

function referenceTo(reference: string, kept: ReadonlySet<string>): JsonObject {
  const name = reference.slice(reference.lastIndexOf('/') + 1);
  return kept.has(name) ? { $ref: `#/schemas/${name}` } : {};
}

function withoutTexts(schema: JsonObject, kept: ReadonlySet<string>): JsonObject {
  const entries = Object.entries(schema).filter(([word]) => !saysNothing.test(word));
  const { oneOf, ...converted } = Object.fromEntries(
    entries.map(([word, value]) => [word, convertWord(word, value, kept)]),
  );
  if (oneOf === undefined) return converted;
  // Where one of them now accepts anything, more than one may hold.
  const acceptsAnything = Array.isArray(oneOf) && oneOf.some((part) => JSON.stringify(part) === '{}');
  return { ...converted, [acceptsAnything ? 'anyOf' : 'oneOf']: oneOf };
}

/** Below `properties` stand names, which may look like words of a schema. */
function convertWord(word: string, value: unknown, kept: ReadonlySet<string>): unknown {
  if (word !== 'properties' || !isJsonObject(value)) return word === 'enum' ? value : convertSchema(value, kept);
  return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, convertSchema(schema, kept)]));
}

function orNull(schema: JsonObject): JsonObject {
  return Object.keys(schema).length === 0 ? {} : { anyOf: [schema, { type: 'null' }] };
}
