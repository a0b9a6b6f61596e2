// Takes the operations that a provider uses, with the schemas they need, out of a company's whole document:
// `node extract-openapi.ts stripe <spec3.yaml>` or `node extract-openapi.ts paddle <openapi.yaml>`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../places.ts';
import { convertSchema } from './convert-schema.ts';
import { at, isJsonObject, type JsonObject } from './json-object.ts';
import { companyExtracts, type CompanyExtract } from './used-operations.ts';

const NOTE = [
  'Only the operations that our providers use.',
  'Schemas are plain JSON Schema 2020-12: nullable is a type, and texts for people are dropped.',
  'References to schemas that are not here accept anything; bodies accept only the properties that are here.',
].join(' ');

/** The extract of one company, ready for a validator. */
export function extractOpenApi(document: JsonObject, extract: CompanyExtract): JsonObject {
  const kept = new Set(extract.schemas);
  const schemas = extract.schemas.map((name) => [name, convertSchema(schemaOf(document, name), kept)]);
  const operations = extract.operations.map((each) => operationOf(document, each, extract, kept));
  return { note: NOTE, source: extract.source, operations, schemas: Object.fromEntries(schemas) };
}

function schemaOf(document: JsonObject, name: string): unknown {
  const schema = at(document, 'components', 'schemas', name);
  if (schema === undefined) throw new Error(`the document has no schema "${name}"`);
  return schema;
}

function operationOf(
  document: JsonObject,
  [method, path]: readonly [string, string],
  { bodyProperties }: CompanyExtract,
  kept: ReadonlySet<string>,
): JsonObject {
  const operation = at(document, 'paths', path, method);
  if (!isJsonObject(operation)) throw new Error(`the document has no ${method} ${path}`);
  const parameters = [at(document, 'paths', path, 'parameters'), operation['parameters']].flatMap((list) =>
    Array.isArray(list) ? list.map((one) => parameterOf(document, one, kept)) : [],
  );
  const body = bodyOf(document, operation, bodyProperties, kept);
  return { method, path, parameters, ...(body ? { body } : {}), responses: responsesOf(document, operation, kept) };
}

function followed(document: JsonObject, value: unknown): unknown {
  const reference = at(value, '$ref');
  return typeof reference === 'string' ? at(document, ...reference.slice(2).split('/')) : value;
}

function parameterOf(document: JsonObject, value: unknown, kept: ReadonlySet<string>): JsonObject {
  const parameter = followed(document, value);
  return {
    name: at(parameter, 'name'),
    in: at(parameter, 'in'),
    required: at(parameter, 'required') === true,
    explode: at(parameter, 'explode') ?? true,
    schema: convertSchema(at(parameter, 'schema'), kept),
  };
}

function bodyOf(
  document: JsonObject,
  operation: JsonObject,
  names: readonly string[],
  kept: ReadonlySet<string>,
): JsonObject | undefined {
  const [[type, media] = ['', undefined]] = Object.entries(Object(at(operation, 'requestBody', 'content')));
  const properties = at(followed(document, at(media, 'schema')), 'properties');
  const used = Object.entries(Object(properties)).filter(([name]) => names.includes(name));
  if (used.length === 0) return undefined;
  const schema = { type: 'object', properties: Object.fromEntries(used), additionalProperties: false };
  return { type, schema: convertSchema(schema, kept) };
}

function responsesOf(document: JsonObject, operation: JsonObject, kept: ReadonlySet<string>): JsonObject {
  const responses = Object.entries(Object(operation['responses'])).map(([status, value]) => {
    const schema = at(followed(document, value), 'content', 'application/json', 'schema');
    return [status, convertSchema(schema, kept)];
  });
  return Object.fromEntries(responses);
}

if (import.meta.main) {
  const [company, file] = process.argv.slice(2);
  const extract = company === 'stripe' || company === 'paddle' ? companyExtracts[company] : undefined;
  if (extract === undefined || file === undefined)
    throw new Error('say which company, stripe or paddle, and the document');
  const document: unknown = parse(readFileSync(file, 'utf8'), { maxAliasCount: -1 });
  if (!isJsonObject(document)) throw new Error(`${file} is no OpenAPI document`);
  const target = join(root, 'packages/testing/fixtures/openapi', `${company}.json`);
  writeFileSync(target, `${JSON.stringify(extractOpenApi(document, extract))}\n`);
}
