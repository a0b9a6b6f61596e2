import { Stripe } from 'stripe';

/** Times the server goes on telling before it parks the task. */
const MOST_TRIES = 10;

/**
 * Writes under the intent's own idempotency key. Stripe keeps the answer of the first request under a key and gives it
 * to every later one, a failure of its own included ("Idempotent requests"). A failure that is only told again changes
 * nothing, so that the next key in line is used: the caller has read that the change is not there.
 */
export async function writeOnce<Answer>(
  intentId: string,
  write: (idempotencyKey: string) => Promise<Answer>,
): Promise<Answer> {
  for (let turn = 1; turn < MOST_TRIES; turn += 1) {
    try {
      return await write(turn === 1 ? intentId : `${intentId}.${turn}`);
    } catch (error) {
      if (!isToldAgain(error)) throw error;
    }
  }
  return write(`${intentId}.${MOST_TRIES}`);
}

function isToldAgain(error: unknown): boolean {
  if (!(error instanceof Stripe.errors.StripeError) || (error.statusCode ?? 0) < 500) return false;
  return error.headers?.['idempotent-replayed'] === 'true';
}
