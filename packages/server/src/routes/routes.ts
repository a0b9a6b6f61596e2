import type { operations } from '@leavewell/contract';
import type { Route } from '../http/route.ts';
import { acceptOffer } from './accept-offer.ts';
import { addFactor } from './add-factor.ts';
import { afterCancel } from './after-cancel.ts';
import { cancelRenewal } from './cancel-renewal.ts';
import { createSession } from './create-session.ts';
import { declineOffer } from './decline-offer.ts';
import { finishFactor } from './finish-factor.ts';
import { finishVerification } from './finish-verification.ts';
import { getFeedbackReport } from './get-feedback-report.ts';
import { getMembership } from './get-membership.ts';
import { getReceipt } from './get-receipt.ts';
import { getSession } from './get-session.ts';
import { listDeclarations } from './list-declarations.ts';
import { listEvents } from './list-events.ts';
import { listFactors } from './list-factors.ts';
import { listMemberships } from './list-memberships.ts';
import { listReceipts } from './list-receipts.ts';
import { previewCancelRenewal } from './preview-cancel-renewal.ts';
import { previewWithdraw } from './preview-withdraw.ts';
import { putMember } from './put-member.ts';
import { putMembership } from './put-membership.ts';
import { receiveWebhook } from './receive-webhook.ts';
import { removeFactor } from './remove-factor.ts';
import { requestCancelWithoutLogin } from './request-cancel-without-login.ts';
import { requestSupport } from './request-support.ts';
import { resumeRenewal } from './resume-renewal.ts';
import { sendFeedback } from './send-feedback.ts';
import { startVerification } from './start-verification.ts';
import { withdraw } from './withdraw.ts';

/** One route for every operation of the contract. */
export const routes: { readonly [Name in keyof typeof operations]: Route<(typeof operations)[Name]> } = {
  getSession,
  listMemberships,
  getMembership,
  previewCancelRenewal,
  cancelRenewal,
  resumeRenewal,
  startVerification,
  finishVerification,
  listReceipts,
  getReceipt,
  createSession,
  putMember,
  putMembership,
  listEvents,
  receiveWebhook,
  previewWithdraw,
  withdraw,
  requestSupport,
  afterCancel,
  sendFeedback,
  acceptOffer,
  declineOffer,
  listFactors,
  addFactor,
  finishFactor,
  removeFactor,
  requestCancelWithoutLogin,
  listDeclarations,
  getFeedbackReport,
};
