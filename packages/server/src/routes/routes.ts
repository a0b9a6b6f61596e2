import type { operations } from '@leavewell/contract';
import type { Route } from '../http/route.ts';
import { cancelRenewal } from './cancel-renewal.ts';
import { createSession } from './create-session.ts';
import { finishVerification } from './finish-verification.ts';
import { getMembership } from './get-membership.ts';
import { getReceipt } from './get-receipt.ts';
import { getSession } from './get-session.ts';
import { listEvents } from './list-events.ts';
import { listMemberships } from './list-memberships.ts';
import { previewCancelRenewal } from './preview-cancel-renewal.ts';
import { putMembership } from './put-membership.ts';
import { receiveWebhook } from './receive-webhook.ts';
import { resumeRenewal } from './resume-renewal.ts';
import { startVerification } from './start-verification.ts';

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
  getReceipt,
  createSession,
  putMembership,
  listEvents,
  receiveWebhook,
};
