import type { AfterCancel, SendFeedback } from '@leavewell/contract';
import type { MemberCall } from '../http/call.ts';
import { policyOf } from '../policy/policy-of.ts';
import type { FeedbackRecord } from '../ports/filed-record.ts';
import type { StoreRows } from '../ports/store.ts';
import { chooseText } from '../rules/choose-text.ts';
import { ServiceError } from '../service-error.ts';
import type { Service } from '../service.ts';
import { answeredMark } from './answered-mark.ts';
import { defaultReasons } from './default-reasons.ts';
import { findOwnCancellation, type OwnCancellation } from './own-cancellation.ts';

function reasonsOf({ afterCancel }: Service): typeof defaultReasons {
  return afterCancel.reasons ?? defaultReasons;
}

/** Whether the law of the place and the host have a question about this cancellation. */
function isAsked(call: MemberCall, { record, facts }: OwnCancellation): boolean {
  return policyOf(call, record, facts, 'cancelRenewal').survey === 'after' && reasonsOf(call.service).length > 0;
}

/** The question why, in the caller's language; null when it may not be asked, or was answered for this receipt. */
export async function surveyOf(
  rows: StoreRows,
  call: MemberCall,
  cancellation: OwnCancellation,
): Promise<AfterCancel['survey']> {
  if (!isAsked(call, cancellation)) return null;
  const { count } = await rows.readCount(await answeredMark(call.viewer.tenantId, cancellation.receipt));
  if (count > 0) return null;
  const languages = [...call.languages, call.viewer.language];
  return { reasons: reasonsOf(call.service).map(({ id, text }) => ({ id, text: chooseText(text, languages) })) };
}

/**
 * Keeps an answer apart from who gave it, once per receipt; what comes later for the same receipt is not kept. An empty
 * one is an answer too: nothing is kept of it, and the question is not asked again. Throws `invalid_request` for a
 * reason that was not to choose from, or when nothing was asked.
 */
export async function takeFeedback(rows: StoreRows, call: MemberCall, said: SendFeedback): Promise<void> {
  const { reason = null } = said;
  const comment = said.comment?.trim() || null;
  const isEmpty = reason === null && comment === null;
  requireKnown(call.service, reason);
  const cancellation = await findOwnCancellation(rows, call);
  if (cancellation === null || !isAsked(call, cancellation)) {
    if (isEmpty) return;
    throw new ServiceError('invalid_request', { detail: 'Nothing is asked about this membership: send nothing.' });
  }
  const { count } = await rows.countUse(await answeredMark(call.viewer.tenantId, cancellation.receipt));
  if (count > 1 || isEmpty) return;
  await rows.insertFiled('feedback', recordOf(call, cancellation, { reason, comment }));
}

function requireKnown(service: Service, reason: string | null): void {
  const ids = reasonsOf(service).map(({ id }) => id);
  if (reason === null || ids.includes(reason)) return;
  const message = ids.length === 0 ? 'Leave it out.' : `Send one of ${ids.join(', ')}, or leave it out.`;
  throw new ServiceError('invalid_request', { errors: [{ field: 'reason', message }] });
}

/** Only the day is kept, in UTC for everybody: with a time it could be laid beside the log of requests. */
function recordOf(
  { viewer, now }: MemberCall,
  { record }: OwnCancellation,
  answer: Pick<FeedbackRecord, 'reason' | 'comment'>,
): FeedbackRecord {
  return {
    tenantId: viewer.tenantId,
    id: crypto.randomUUID(),
    memberId: null,
    membershipId: null,
    at: `${now.toISOString().slice(0, 10)}T00:00:00Z`,
    planId: record.plan.id,
    ...answer,
  };
}
