import type { MemberCall, StoredAnswer } from '../http/call.ts';
import { canonicalJson } from '../membership/canonical-json.ts';
import { membershipKey } from '../membership/membership-key.ts';
import { ServiceError } from '../service-error.ts';
import { digestOf } from '../session/digest.ts';
import { acceptOrder, keyReused } from './accept-order.ts';
import { completeOrder } from './complete-order.ts';
import { confirmWithProvider } from './confirm-with-provider.ts';
import { idempotencyKey } from './idempotency-key.ts';
import type { KeyedOrder, RenewalOrder } from './renewal-order.ts';

const maxTries = 3;

/**
 * Carries out a command on a renewal exactly once per intent: written down first, then told to the billing company,
 * then recorded with its receipt. Repeats under the same key get the same bytes, with `Idempotent-Replayed`.
 */
export async function runRenewalCommand(call: MemberCall, asked: RenewalOrder): Promise<StoredAnswer> {
  const { service, viewer } = call;
  const requestHash = await digestOf(canonicalJson(asked));
  const order: KeyedOrder = { ...asked, idempotencyKey: idempotencyKey(call.headers), requestHash };
  return oncePerKey(call, order, () =>
    service.membershipMutex.run(membershipKey(viewer.tenantId, order.membershipId), () => carryOut(call, order)),
  );
}

/** Refuses a repeat while the first is still running in this process. */
async function oncePerKey(
  { service: { runningCommands }, viewer }: MemberCall,
  { idempotencyKey: key, requestHash }: KeyedOrder,
  work: () => Promise<StoredAnswer>,
): Promise<StoredAnswer> {
  const id = canonicalJson([viewer.tenantId, viewer.id, key]);
  const running = runningCommands.get(id);
  if (running !== undefined && running !== requestHash) throw keyReused();
  if (running !== undefined) throw new ServiceError('in_progress', { detail: 'The first request is still running.' });
  runningCommands.set(id, requestHash);
  try {
    return await work();
  } finally {
    runningCommands.delete(id);
  }
}

/** Begins again from what is stored when another process wrote the membership first; the intent is not repeated. */
async function carryOut(call: MemberCall, order: KeyedOrder): Promise<StoredAnswer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await tryOnce(call, order);
    } catch (error) {
      const isConflict = error instanceof ServiceError && error.code === 'version_conflict';
      if (!isConflict || tries === maxTries) throw error;
    }
  }
}

async function tryOnce(call: MemberCall, order: KeyedOrder): Promise<StoredAnswer> {
  const accepted = await acceptOrder(call, order);
  if ('answer' in accepted) {
    const { status, body } = accepted.answer;
    return { status, json: body, headers: { 'idempotent-replayed': 'true' } };
  }
  const confirmation = await confirmWithProvider(call, accepted);
  const answer = await completeOrder(call, { ...accepted, confirmation });
  call.service.outbox.kick();
  return answer;
}
