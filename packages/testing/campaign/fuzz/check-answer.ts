import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { DocumentedOperation, JsonSchema, ReadDocument } from './document.ts';
import type { RawAnswer } from './raw-http.ts';

/** What was wrong with an answer, in words; null when it is as the document says. */
export type CheckAnswer = (operation: DocumentedOperation, answer: RawAnswer) => string | null;

/** The schema with every object closed: an answer may hold no field that the document does not name. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, closed(each)]));
  return 'properties' in copy && !('additionalProperties' in copy) ? { ...copy, additionalProperties: false } : copy;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function headerFault({ headers, status }: RawAnswer): string | null {
  if (headers.get('cache-control') !== 'no-store') return 'may be cached';
  if (headers.get('x-content-type-options') !== 'nosniff') return 'may be sniffed';
  const wanted = status < 400 ? 'application/json' : 'application/problem+json';
  return headers.get('content-type') === wanted ? null : `has the type ${headers.get('content-type')}`;
}

/** Makes the check out of our own document. */
export function createAnswerCheck({ schemas }: ReadDocument): CheckAnswer {
  // `format` says what a text means; nothing is checked by it here.
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  for (const [name, schema] of Object.entries(schemas))
    ajv.addSchema(Object(closed(schema)), `#/components/schemas/${name}`);
  const validators = new Map<JsonSchema, ValidateFunction>();
  const validatorOf = (schema: JsonSchema): ValidateFunction => {
    const found = validators.get(schema) ?? ajv.compile(Object(closed(schema)));
    validators.set(schema, found);
    return found;
  };
  return (operation, answer) => {
    const { status, text } = answer;
    if (status >= 500) return `answered ${status}`;
    const listed = operation.answers.get(status);
    const body = parseJson(text);
    const code = String(Object(body).code);
    if (!listed) return `answered ${status} ${code}, which is not in the document`;
    const fault = headerFault(answer);
    if (fault !== null) return `answered ${status} that ${fault}`;
    if (status >= 400 && !listed.codes.has(code))
      return `answered ${status} with the code ${code}, which is not in the document`;
    const validate = validatorOf(listed.schema);
    return validate(body) ? null : `answered ${status} with ${ajv.errorsText(validate.errors)}`;
  };
}
