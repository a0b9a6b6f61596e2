import { operations } from '@leavewell/contract';
import { openOfferOf } from '../after-cancel/make-offer.ts';
import { findOwnCancellation } from '../after-cancel/own-cancellation.ts';
import { surveyOf } from '../after-cancel/survey.ts';
import { memberRoute } from '../http/route.ts';

/** What may be asked and offered now that a cancellation stands; it does so whatever is answered. */
export const afterCancel = memberRoute(operations.afterCancel, async (call) => {
  const { store } = call.service;
  const cancellation = await store.read((reads) => findOwnCancellation(reads, call));
  if (cancellation === null) return { body: { survey: null, offer: null } };
  const survey = await store.transaction((rows) => surveyOf(rows, call, cancellation));
  return { body: { survey, offer: await openOfferOf(call, cancellation) } };
});
