import type * as z from 'zod/mini';
import type { ServerErrorCode } from './errors.ts';

/** As much of an operation as a client needs. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Below the mount path; `{name}` stands for a path parameter. */
  readonly path: string;
  readonly response: z.ZodMiniType;
}

/** What travels for one operation: routes, client and OpenAPI document are made from it. */
export interface FullOperation extends Operation {
  /** Who may call: a member with a session, the host with its secret key, a billing company that signs, or anybody. */
  readonly caller: 'member' | 'host' | 'provider' | 'public';
  readonly query?: z.ZodMiniType;
  readonly body?: z.ZodMiniType;
  /** Whether the header `Idempotency-Key` is required; repeats with one key answer the same bytes. */
  readonly idempotent?: true;
  /** Whether the body is taken byte for byte, because it is signed; it has no schema then. */
  readonly raw?: true;
  /** Media types that can be asked for instead of JSON, by `Accept`. */
  readonly alsoAs?: readonly string[];
  readonly errors: readonly ServerErrorCode[];
}

/** The parsed body of an operation. */
export type BodyOf<O> = O extends { readonly body: infer S extends z.ZodMiniType } ? z.output<S> : undefined;
/** The parsed query of an operation. */
export type QueryOf<O> = O extends { readonly query: infer S extends z.ZodMiniType } ? z.output<S> : undefined;
/** The parsed answer of an operation. */
export type ResponseOf<O extends Operation> = z.output<O['response']>;
