import type { ListMemberships, Operation } from '@leavewell/contract';
import ky from 'ky';
import { MemberError } from '../member-error.ts';
import { endpointUrl } from './endpoint-url.ts';
import { failureOf } from './failure-of.ts';
import type { CallOptions, MemberClientOptions } from './member-client.ts';
import { pathOf } from './path-of.ts';
import { type Pace, retryOf } from './retry-of.ts';
import { createTokenCache } from './token-cache.ts';
import { aborted, untilAborted } from './until-aborted.ts';
import { wholeAnswer } from './whole-answer.ts';

/** What one call of an operation carries. */
export interface CallInput extends CallOptions {
  /** Values of the path parameters, by name. */
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: ListMemberships;
  /** What the operation's request schema describes; the methods of the client give it its type. */
  readonly body?: object;
  /** The same for every try of one command; makes it safe to repeat. */
  readonly idempotencyKey?: string;
  /** The entity tag of what the command is about. */
  readonly ifMatch?: string;
  /** Hears of the answer itself, before it is read. */
  readonly onAnswer?: (answer: Response) => void;
}

/** The part of an operation that reads its answer. */
export interface Answering<T> {
  /** The media type asked for; JSON when absent. */
  readonly accept?: string;
  /** Takes the answer apart; as JSON when absent. */
  readonly read?: (answer: Response) => Promise<unknown>;
  readonly response: { safeParse(value: unknown): { success: true; data: T } | { success: false; error: unknown } };
}

/** Sends one operation and parses its answer. Rejects with a `MemberError` and nothing else. */
export type CallOperation = <T>(operation: Omit<Operation, 'response'> & Answering<T>, input?: CallInput) => Promise<T>;

type Sent = Omit<Operation, 'response'> & Pick<Answering<unknown>, 'accept'>;

function headersOf(options: MemberClientOptions, accept: string, input: CallInput, token: string | undefined) {
  return {
    accept,
    authorization: token && `Bearer ${token}`,
    'accept-language': options.language?.() || undefined,
    'idempotency-key': input.idempotencyKey,
    'if-match': input.ifMatch,
  };
}

/** The answer of an operation in its own words, or `invalid_response`. */
async function parse<T>({ response: schema, read }: Answering<T>, response: Response): Promise<T> {
  let cause: unknown;
  try {
    const result = schema.safeParse(await (read ? read(response) : response.json()));
    if (result.success) return result.data;
    cause = result.error;
  } catch (error) {
    cause = error;
  }
  throw new MemberError('invalid_response', { retryable: false, status: response.status, cause });
}

/** Every call of one client, with one token for all of them. */
export function createCallOperation(options: MemberClientOptions, pace: Pace): CallOperation {
  const tokens = createTokenCache(options.getToken);

  const send = (operation: Sent, input: CallInput, token: string | undefined) =>
    ky(endpointUrl(options.endpoint, !!options.fetch) + pathOf(operation.path, input.path), {
      method: operation.method,
      searchParams: input.query,
      headers: headersOf(options, operation.accept ?? 'application/json', input, token),
      ...(input.body && { json: input.body }),
      ...(input.signal && { signal: input.signal }),
      // Who is identified by the host's cookie needs it on another origin, too.
      ...(!options.getToken && { credentials: 'include' as const }),
      fetch: wholeAnswer(options.fetch),
      timeout: pace.timeout,
      retry: retryOf(operation.method, input, pace),
    });

  /** An expired token is replaced once; the server refused it before it did anything, so repeating is safe. */
  async function answer(operation: Sent, input: CallInput, isRepeat = false): Promise<Response> {
    const asked = tokens.get();
    try {
      const token = await asked;
      if (input.signal?.aborted) throw aborted(input.signal);
      return await send(operation, input, token);
    } catch (error) {
      const failure = await failureOf(error);
      if (failure.code.startsWith('session_')) tokens.drop(asked);
      if (isRepeat || !asked || failure.code !== 'session_expired') throw failure;
      return answer(operation, input, true);
    }
  }

  return (operation, input = {}) =>
    untilAborted(input.signal, async () => {
      const response = await answer(operation, input);
      input.onAnswer?.(response);
      return parse(operation, response);
    });
}
