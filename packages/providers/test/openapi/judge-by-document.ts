import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import {
  readForm,
  type CompanyDocument,
  type DescribedOperation,
  type Exchange,
} from '@leavewell/testing/billing-doubles';

/** A company's own description, as the judge of what is sent and answered. */
export interface Judge {
  /** What is wrong with a request, in words; nothing when it is right. */
  requestFaults(exchange: Exchange): string[];
  responseFaults(exchange: Exchange): string[];
}

export function judgeBy(extract: CompanyDocument): Judge {
  // Texts of forms and queries become the numbers and booleans they mean, as the company reads them.
  const requests = withFormats(new Ajv2020({ strict: false, coerceTypes: true, logger: false, allErrors: true }));
  const answers = withFormats(new Ajv2020({ strict: false, logger: false, allErrors: true }));
  for (const judge of [requests, answers]) judge.addSchema({ $id: 'company', schemas: extract.schemas });
  return {
    requestFaults: (exchange) => {
      const operation = operationOf(extract, exchange);
      if (operation === undefined) return [`no operation ${exchange.method} ${exchange.path}`];
      if (isFormInQuery(operation, exchange)) return formFaults(requests, operation, exchange.query);
      return [...queryFaults(requests, operation, exchange), ...bodyFaults(requests, operation, exchange)];
    },
    responseFaults: (exchange) => {
      const operation = operationOf(extract, exchange);
      const schema = operation?.responses[String(exchange.status)] ?? operation?.responses['default'];
      if (schema === undefined) return [`no response ${exchange.status} of ${exchange.method} ${exchange.path}`];
      return faultsOf(compile(answers, schema), structuredClone(exchange.answer));
    },
  };
}

function withFormats(ajv: Ajv2020): Ajv2020 {
  addFormats.default(ajv);
  return ajv;
}

function operationOf({ operations }: CompanyDocument, { method, path }: Exchange): DescribedOperation | undefined {
  return operations.find(
    (each) =>
      each.method === method.toLowerCase() && new RegExp(`^${each.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
}

function queryFaults(judge: Ajv2020, { parameters }: DescribedOperation, { query }: Exchange): string[] {
  const known = parameters.filter((parameter) => parameter.in === 'query');
  const properties = Object.fromEntries(known.map(({ name, schema }) => [name, schema]));
  const required = known.filter((parameter) => parameter.required).map(({ name }) => name);
  // Where a list is not exploded, its values stand in one text with commas.
  const lists = known.filter(({ explode, schema }) => explode === false && schema.type === 'array');
  const values: Record<string, unknown> = readForm(query);
  for (const { name } of lists) {
    const value = values[name];
    if (typeof value === 'string') values[name] = value.split(',');
  }
  return faultsOf(compile(judge, { type: 'object', properties, required, additionalProperties: false }), values);
}

function bodyFaults(judge: Ajv2020, operation: DescribedOperation, { body, headers }: Exchange): string[] {
  if (operation.body === undefined) return body === '' ? [] : ['a body where none is described'];
  const { type, schema } = operation.body;
  if (headers.get('content-type') !== type) return [`content-type should be ${type}`];
  const value: unknown = type === 'application/json' ? JSON.parse(body) : readForm(new URLSearchParams(body));
  return faultsOf(compile(judge, schema), value);
}

/** Stripe's package writes the form of a DELETE into the address, which Stripe reads alike. */
function isFormInQuery({ body }: DescribedOperation, { method, body: sent }: Exchange): boolean {
  return method === 'DELETE' && body !== undefined && sent === '';
}

function formFaults(judge: Ajv2020, { body }: DescribedOperation, form: URLSearchParams): string[] {
  return faultsOf(compile(judge, body?.schema ?? {}), readForm(form));
}

/** References in a part of the document lead to the document. */
function compile(judge: Ajv2020, schema: object): ValidateFunction {
  return judge.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/schemas/', '"company#/schemas/')));
}

function faultsOf(validate: ValidateFunction, value: unknown): string[] {
  const errors: ErrorObject[] = validate(value) ? [] : (validate.errors ?? []);
  return errors.map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
}
