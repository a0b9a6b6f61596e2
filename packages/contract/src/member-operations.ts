import { AfterCancel, Taken } from './after-cancel.ts';
import { FactorList, FactorSetup } from './factor.ts';
import { Membership, MembershipPage } from './membership.ts';
import type { Operation } from './operation.ts';
import { CancelPreview, Receipt, ReceiptPage, RenewalOutcome, WithdrawPreview } from './receipt.ts';
import { Session } from './session.ts';
import { SupportRequest } from './support.ts';
import { Verification, VerificationProof } from './verification.ts';

/**
 * What a member's browser may ask for: as much of the operations table as a client needs, because every byte of it is
 * loaded by every member. `operations` adds what the server checks.
 */
export const memberOperations = {
  getSession: { method: 'GET', path: '/v1/session', response: Session },
  listMemberships: { method: 'GET', path: '/v1/memberships', response: MembershipPage },
  getMembership: { method: 'GET', path: '/v1/memberships/{id}', response: Membership },
  previewCancelRenewal: { method: 'GET', path: '/v1/memberships/{id}/cancel-preview', response: CancelPreview },
  cancelRenewal: { method: 'POST', path: '/v1/memberships/{id}/cancel-renewal', response: RenewalOutcome },
  resumeRenewal: { method: 'POST', path: '/v1/memberships/{id}/resume-renewal', response: RenewalOutcome },
  previewWithdraw: { method: 'GET', path: '/v1/memberships/{id}/withdraw-preview', response: WithdrawPreview },
  withdraw: { method: 'POST', path: '/v1/memberships/{id}/withdraw', response: RenewalOutcome },
  startVerification: { method: 'POST', path: '/v1/verifications', response: Verification },
  finishVerification: { method: 'POST', path: '/v1/verifications/{id}/finish', response: VerificationProof },
  listReceipts: { method: 'GET', path: '/v1/receipts', response: ReceiptPage },
  getReceipt: { method: 'GET', path: '/v1/receipts/{id}', response: Receipt },
  requestSupport: { method: 'POST', path: '/v1/support-requests', response: SupportRequest },
  afterCancel: { method: 'GET', path: '/v1/memberships/{id}/after-cancel', response: AfterCancel },
  sendFeedback: { method: 'POST', path: '/v1/memberships/{id}/feedback', response: Taken },
  acceptOffer: { method: 'POST', path: '/v1/offers/{id}/accept', response: Taken },
  declineOffer: { method: 'POST', path: '/v1/offers/{id}/decline', response: Taken },
  listFactors: { method: 'GET', path: '/v1/factors', response: FactorList },
  addFactor: { method: 'POST', path: '/v1/factors', response: FactorSetup },
  finishFactor: { method: 'POST', path: '/v1/factors/{id}/finish', response: FactorList },
  removeFactor: { method: 'POST', path: '/v1/factors/{id}/remove', response: FactorList },
} as const satisfies Record<string, Operation>;
