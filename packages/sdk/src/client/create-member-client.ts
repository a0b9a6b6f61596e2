import { memberOperations } from '@leavewell/contract';
import { type CallInput, type CallOperation, createCallOperation } from './call-operation.ts';
import type { CommandOutcome, MemberClient, MemberClientOptions } from './member-client.ts';
import { receiptFileAs } from './receipt-file.ts';
import { retryAfterOf } from './retry-after.ts';
import { defaultPace } from './retry-of.ts';

const {
  getSession,
  listMemberships,
  getMembership,
  previewCancelRenewal,
  cancelRenewal,
  resumeRenewal,
  previewWithdraw,
  withdraw,
  startVerification,
  finishVerification,
  listReceipts,
  getReceipt,
  requestSupport,
  afterCancel,
  sendFeedback,
  acceptOffer,
  declineOffer,
  listFactors,
  addFactor,
  finishFactor,
  removeFactor,
} = memberOperations;

/** The client over any way to call operations. */
export function memberClientOver(call: CallOperation): MemberClient {
  async function command(
    operation: typeof cancelRenewal | typeof resumeRenewal | typeof withdraw,
    input: CallInput,
  ): Promise<CommandOutcome> {
    let retryAfter: number | undefined;
    const onAnswer = (answer: Response) => void (retryAfter = retryAfterOf(answer));
    const outcome = await call(operation, { ...input, onAnswer });
    return retryAfter === undefined ? outcome : { ...outcome, retryAfter };
  }

  return {
    cancelRenewal: (id, { proof, declaration, ...options }) =>
      command(cancelRenewal, { ...options, path: { id }, body: { proof, declaration } }),
    resumeRenewal: (id, options) => command(resumeRenewal, { ...options, path: { id }, body: {} }),
    withdraw: (id, { proof, ...options }) => command(withdraw, { ...options, path: { id }, body: { proof } }),
    getSession: (options) => call(getSession, options),
    listMemberships: (query = {}, options) => call(listMemberships, { ...options, query }),
    getMembership: (id, options) => call(getMembership, { ...options, path: { id } }),
    previewCancelRenewal: (id, options) => call(previewCancelRenewal, { ...options, path: { id } }),
    previewWithdraw: (id, options) => call(previewWithdraw, { ...options, path: { id } }),
    listReceipts: (query = {}, options) => call(listReceipts, { ...options, query }),
    getReceipt: (id, options) => call(getReceipt, { ...options, path: { id } }),
    receiptFile: (id, format, options) => call(receiptFileAs(format), { ...options, path: { id } }),
    afterCancel: (id, options) => call(afterCancel, { ...options, path: { id } }),
    listFactors: (options) => call(listFactors, options),
    startVerification: (body, options) => call(startVerification, { ...options, body }),
    finishVerification: (id, answer, options) =>
      call(finishVerification, {
        ...options,
        path: { id },
        body: typeof answer === 'string' ? { code: answer } : answer,
      }),
    requestSupport: (body, options) => call(requestSupport, { ...options, body }),
    sendFeedback: (id, body, options) => call(sendFeedback, { ...options, path: { id }, body }),
    acceptOffer: (id, options) => call(acceptOffer, { ...options, path: { id }, body: {} }),
    declineOffer: (id, options) => call(declineOffer, { ...options, path: { id }, body: {} }),
    addFactor: (body, options) => call(addFactor, { ...options, body }),
    finishFactor: (id, body, options) => call(finishFactor, { ...options, path: { id }, body }),
    removeFactor: (id, body = {}, options) => call(removeFactor, { ...options, path: { id }, body }),
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
