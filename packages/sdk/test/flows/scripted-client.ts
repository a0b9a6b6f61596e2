import assert from 'node:assert/strict';
import { refusalErrors, serverErrors } from '@leavewell/contract';
import type { Flow, MemberClient } from '../../src/index.ts';
import { MemberError } from '../../src/index.ts';

type Method = Exclude<keyof MemberClient, 'endpoint'>;

/** What a method answers. */
export type AnswerOf<M extends Method> = Awaited<ReturnType<MemberClient[M]>>;

/** One call of the flow that waits for its answer. */
export interface WaitingCall {
  readonly method: Method;
  readonly args: readonly unknown[];
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** A client whose answers a test gives one by one. */
export interface ScriptedClient {
  readonly client: MemberClient;
  /** Every call so far, oldest first. */
  readonly calls: readonly WaitingCall[];
  /** Those that have no answer yet. */
  readonly waiting: WaitingCall[];
  /** Answers the oldest waiting call of `method`, and lets the flow go on. */
  answer<M extends Method>(method: M, value: AnswerOf<M>): Promise<void>;
  /** Fails it with a `MemberError` of this code, or with whatever is given. */
  fail(method: Method, error: string | Error): Promise<void>;
  /** The arguments of every call of `method`. */
  argsOf<M extends Method>(method: M): Parameters<MemberClient[M]>[];
}

const methods: readonly Method[] = [
  'getSession',
  'listMemberships',
  'getMembership',
  'previewCancelRenewal',
  'cancelRenewal',
  'resumeRenewal',
  'startVerification',
  'finishVerification',
  'getReceipt',
  'previewWithdraw',
  'withdraw',
  'requestSupport',
  'afterCancel',
  'sendFeedback',
  'acceptOffer',
  'declineOffer',
];

/** Lets every promise that can go on go on. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** What a client rejects with when the server answered with this code. */
export function errorOf(code: string, problem: object = {}, retryAfter?: number): MemberError {
  const isOfClient = ['network', 'timeout', 'aborted', 'invalid_response', 'not_configured'].includes(code);
  const statuses: Readonly<Record<string, number>> = { ...serverErrors, ...refusalErrors };
  const status = statuses[code] ?? 400;
  const document = { type: 'about:blank', title: code, status, code, requestId: 'r_1', ...problem };
  const retryable = code === 'network' || code === 'in_progress' || status === 503;
  return new MemberError(code, { retryable, retryAfter, ...(!isOfClient && { status, problem: document }) });
}

export function createScriptedClient(): ScriptedClient {
  const calls: WaitingCall[] = [];
  const waiting: WaitingCall[] = [];
  const wait = (method: Method, args: unknown[]) =>
    new Promise((resolve, reject) => {
      const call = { method, args, resolve, reject };
      calls.push(call);
      waiting.push(call);
    });
  const client: MemberClient = Object.assign(
    Object.create(null),
    Object.fromEntries(methods.map((method) => [method, (...args: unknown[]) => wait(method, args)])),
  );
  function take(method: Method): WaitingCall {
    const index = waiting.findIndex((call) => call.method === method);
    assert.notEqual(index, -1, `nothing waits for ${method}, but: ${waiting.map((call) => call.method).join(', ')}`);
    const [call] = waiting.splice(index, 1);
    assert.ok(call);
    return call;
  }
  return {
    client,
    calls,
    waiting,
    answer: async (method, value) => {
      take(method).resolve(value);
      await settle();
    },
    fail: async (method, error) => {
      take(method).reject(typeof error === 'string' ? errorOf(error) : error);
      await settle();
    },
    argsOf: (method) => calls.filter((call) => call.method === method).map((call) => call.args as never),
  };
}

/** The statuses a flow goes through from now on, each state frozen. */
export function recordStatuses(flow: Flow<{ readonly status: string }>): string[] {
  const statuses: string[] = [];
  flow.subscribe((state) => {
    assert.ok(Object.isFrozen(state));
    statuses.push(state.status);
  });
  return statuses;
}

/** The state, narrowed to the status that the test expects. */
export function stateAs<State extends { readonly status: string }, S extends State['status']>(
  flow: Flow<State>,
  status: S,
): Extract<State, { readonly status: S }> {
  assert.equal(flow.state.status, status);
  return flow.state as Extract<State, { readonly status: S }>;
}
