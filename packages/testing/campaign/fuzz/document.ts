import { openApiDocument } from '@leavewell/contract/openapi';
import * as z from 'zod/mini';

/** A JSON Schema as it stands in the document. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const Content = z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) }));

const OperationObject = z.object({
  operationId: z.string(),
  tags: z.array(z.enum(['member', 'host', 'provider', 'public'])),
  parameters: z.array(
    z.object({
      name: z.string(),
      in: z.enum(['path', 'query', 'header']),
      required: z.boolean(),
      schema: z.record(z.string(), z.unknown()),
    }),
  ),
  requestBody: z.optional(z.object({ content: Content })),
  responses: z.record(z.string(), z.object({ description: z.string(), content: z.optional(Content) })),
});

const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), OperationObject)),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});

/** One operation as our own document describes it. */
export interface DocumentedOperation {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly caller: 'member' | 'host' | 'provider' | 'public';
  readonly parameters: readonly {
    readonly name: string;
    readonly in: 'path' | 'query' | 'header';
    readonly schema: JsonSchema;
  }[];
  readonly body: JsonSchema | null;
  /** What may be answered: the schema by status, and the codes that may stand in a problem of that status. */
  readonly answers: ReadonlyMap<number, { readonly schema: JsonSchema; readonly codes: ReadonlySet<string> }>;
}

/** The document, read. */
export interface ReadDocument {
  readonly operations: readonly DocumentedOperation[];
  readonly schemas: Readonly<Record<string, JsonSchema>>;
}

const methods = { get: 'GET', post: 'POST', put: 'PUT' } as const;

const schemaOf = (content: z.infer<typeof Content> | undefined): JsonSchema | null =>
  Object.values(content ?? {})[0]?.schema ?? null;

function codesOf(description: string): Set<string> {
  const [, listed] = /^code: (.*)$/.exec(description) ?? [];
  return new Set(listed?.split(', '));
}

function readOperation(
  path: string,
  method: keyof typeof methods,
  said: z.infer<typeof OperationObject>,
): DocumentedOperation {
  const [caller = 'member'] = said.tags;
  const answers = Object.entries(said.responses).map(([status, { description, content }]) => {
    return [Number(status), { schema: schemaOf(content) ?? {}, codes: codesOf(description) }] as const;
  });
  return {
    name: said.operationId,
    method: methods[method],
    path,
    caller,
    parameters: said.parameters,
    body: schemaOf(said.requestBody?.content),
    answers: new Map(answers),
  };
}

/** Reads our own OpenAPI document. */
export function readDocument(): ReadDocument {
  const { paths, components } = Document.parse(openApiDocument(''));
  const operations = Object.entries(paths).flatMap(([path, byMethod]) =>
    (['get', 'post', 'put'] as const).flatMap((method) => {
      const said = byMethod[method];
      return said ? [readOperation(path, method, said)] : [];
    }),
  );
  return { operations, schemas: components.schemas };
}
