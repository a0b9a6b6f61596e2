import { Membership, MembershipPage } from './membership.ts';
import type { Operation } from './operation.ts';
import { CancelPreview, Receipt, RenewalOutcome } from './receipt.ts';
import { Session } from './session.ts';
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
  startVerification: { method: 'POST', path: '/v1/verifications', response: Verification },
  finishVerification: { method: 'POST', path: '/v1/verifications/{id}/finish', response: VerificationProof },
  getReceipt: { method: 'GET', path: '/v1/receipts/{id}', response: Receipt },
} as const satisfies Record<string, Operation>;
