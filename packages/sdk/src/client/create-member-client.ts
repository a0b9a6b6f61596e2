import { memberOperations } from '@leavewell/contract';
import { type CallOperation, createCallOperation } from './call-operation.ts';
import type { MemberClient, MemberClientOptions } from './member-client.ts';
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
  return {
    getSession: (options) => call(getSession, options),
    listMemberships: (query = {}, options) => call(listMemberships, { ...options, query }),
    getMembership: (id, options) => call(getMembership, { ...options, path: { id } }),
    previewCancelRenewal: (id, options) => call(previewCancelRenewal, { ...options, path: { id } }),
    cancelRenewal: (id, { proof, ...options }) => call(cancelRenewal, { ...options, path: { id }, body: { proof } }),
    resumeRenewal: (id, options) => call(resumeRenewal, { ...options, path: { id }, body: {} }),
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
  return memberClientOver(createCallOperation(options, defaultPace));
}
