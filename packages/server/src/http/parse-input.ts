import type { BodyOf, FullOperation, QueryOf } from '@leavewell/contract';
import { ServiceError } from '../service-error.ts';
import { fieldErrors } from './field-errors.ts';

/** What an operation's own schema makes of its body or query; no operation has both. */
export type InputOf<O extends FullOperation> = undefined extends BodyOf<O> ? QueryOf<O> : BodyOf<O>;

/**
 * Parses the body or query with the operation's schema. An operation without one takes no parameters at all.
 * Throws `invalid_request` that names every field at fault.
 */
// The first signature says what the compiler cannot follow: the schema that parses is the one the type is read from.
export function parseInput<O extends FullOperation>(operation: O, value: unknown): InputOf<O>;
export function parseInput({ body, query }: FullOperation, value: unknown): unknown {
  const schema = body ?? query;
  if (!schema) return refuseParameters(value);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new ServiceError('invalid_request', {
    detail: body ? 'The body does not fit the operation.' : 'The query does not fit the operation.',
    errors: fieldErrors(result.error.issues),
  });
}

function refuseParameters(value: unknown): undefined {
  const names = Object.keys(value ?? {});
  if (names.length === 0) return undefined;
  throw new ServiceError('invalid_request', {
    detail: 'This operation takes no query parameters.',
    errors: names.map((field) => ({ field, message: 'Unknown parameter: leave it out.' })),
  });
}
