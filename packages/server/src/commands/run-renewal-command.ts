import type { MemberCall, StoredAnswer } from '../http/call.ts';
import { canonicalJson } from '../membership/canonical-json.ts';
import { ServiceError } from '../service-error.ts';
import { digestOf } from '../session/digest.ts';
import { acceptOrder } from './accept-order.ts';
import { completeOrder } from './complete-order.ts';
import { idempotencyKey } from './idempotency-key.ts';
import { ifMatchOf } from './if-match.ts';
import { dropOrder } from './drop-order.ts';
import { postponeOrder } from './postpone-order.ts';
import { reachState, type Reached } from './reach-state.ts';
import { releaseOrder } from './release-order.ts';
import type { AcceptedOrder, KeyedOrder, RenewalOrder } from './renewal-order.ts';

const maxTries = 3;

/**
 * Carries out a command on a renewal exactly once per intent: written down first, then told to the billing company,
 * then recorded with its receipt. Repeats under the same key get the same bytes, with `Idempotent-Replayed`; while the
 * company has not confirmed it, they get 202.
 */
export async function runRenewalCommand(call: MemberCall, asked: RenewalOrder): Promise<StoredAnswer> {
  const { command, membershipId, proof, declaration } = asked;
  return carryOut(call, {
    ...asked,
    idempotencyKey: idempotencyKey(call.headers),
    requestHash: await digestOf(canonicalJson({ command, membershipId, ...(declaration && { declaration }) })),
    proofHash: proof === undefined ? null : await digestOf(proof),
    ifMatch: ifMatchOf(call.headers),
  });
}

/** Begins again from what is stored when the membership was written meanwhile; the intent is not repeated. */
export async function carryOut(call: MemberCall, order: KeyedOrder): Promise<StoredAnswer> {
  let held: string | null = null;
  for (let tries = 1; ; tries += 1) {
    const accepted = await acceptOrder(call, order, held);
    if ('answer' in accepted) {
      const { status, body } = accepted.answer;
      return { status, json: body, headers: { 'idempotent-replayed': 'true' } };
    }
    held = accepted.intent.leasedUntil;
    try {
      return await bringToEnd(call, accepted);
    } catch (error) {
      const isConflict = error instanceof ServiceError && error.code === 'version_conflict';
      if (!isConflict || tries === maxTries) throw error;
    }
  }
}

async function bringToEnd(call: MemberCall, accepted: AcceptedOrder): Promise<StoredAnswer> {
  const reached = await reachOrLetGo(call, accepted);
  const answer =
    reached === 'unconfirmed'
      ? await postponeOrder(call, accepted)
      : await completeOrder(call, { ...accepted, confirmation: reached });
  call.service.outbox.kick();
  return answer;
}

/** An unreachable company leaves the intent open for a repeat; a refusal drops it. */
async function reachOrLetGo(call: MemberCall, accepted: AcceptedOrder): Promise<Reached> {
  try {
    return await reachState(call, accepted);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const letGo = error.code === 'provider_unavailable' ? releaseOrder : dropOrder;
    await letGo(call, accepted);
    throw error;
  }
}
