import { memberOperations } from '@leavewell/contract';
import { type CallInput, type CallOperation, createCallOperation } from './call-operation.ts';
import type { CommandOutcome, MemberClient, MemberClientOptions } from './member-client.ts';
import { retryAfterOf } from './retry-after.ts';
import { defaultPace } from './retry-of.ts';

const {
  getSession,
  listMemberships,
  getMembership,
  previewCancelRenewal,
  cancelRenewal,
  resumeRenewal,
  startVerification,
  finishVerification,
  getReceipt,
} = memberOperations;

/** The client over any way to call operations. */
export function memberClientOver(call: CallOperation): MemberClient {
  async function command(
    operation: typeof cancelRenewal | typeof resumeRenewal,
    input: CallInput,
  ): Promise<CommandOutcome> {
    let retryAfter: number | undefined;
    const onAnswer = (answer: Response) => void (retryAfter = retryAfterOf(answer));
    const outcome = await call(operation, { ...input, onAnswer });
    return retryAfter === undefined ? outcome : { ...outcome, retryAfter };
  }

  return {
    getSession: (options) => call(getSession, options),
    listMemberships: (query = {}, options) => call(listMemberships, { ...options, query }),
    getMembership: (id, options) => call(getMembership, { ...options, path: { id } }),
    previewCancelRenewal: (id, options) => call(previewCancelRenewal, { ...options, path: { id } }),
    cancelRenewal: (id, { proof, ...options }) => command(cancelRenewal, { ...options, path: { id }, body: { proof } }),
    resumeRenewal: (id, options) => command(resumeRenewal, { ...options, path: { id }, body: {} }),
    startVerification: (body, options) => call(startVerification, { ...options, body }),
    finishVerification: (id, code, options) => call(finishVerification, { ...options, path: { id }, body: { code } }),
    getReceipt: (id, options) => call(getReceipt, { ...options, path: { id } }),
  };
}

/**
 * A client of one server for one member. Nothing is sent before the first call, and a wrong option shows there:
 * every method rejects with a `MemberError`.
 * Repeats by itself, at most twice, what may be sent twice: reading, and commands under their idempotency key.
 * Needs `fetch`, `Request`, `Response`, `Headers` and `URL` of the runtime and no DOM.
 */
export function createMemberClient(options: MemberClientOptions): MemberClient {
  return { endpoint: options.endpoint, ...memberClientOver(createCallOperation(options, defaultPace)) };
}
