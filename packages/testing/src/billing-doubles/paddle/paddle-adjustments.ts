import { noSuch, paddleError, type PaddleAnswer } from './paddle-answer.ts';
import type { PaddleBooks } from './paddle-books.ts';
import { paddleId, type PaddleAdjustment, type PaddleTransaction } from './paddle-state.ts';
import { renderAdjustment } from './render-paddle.ts';

/** Whether it counts: what was rejected changed nothing. */
function counts({ status }: PaddleAdjustment): boolean {
  return status === 'approved' || status === 'pending_approval';
}

/** What of a bill was not given back, or taken back by a bank. */
function leftOf({ subscription, adjustments }: PaddleTransaction): number {
  return adjustments.filter(counts).reduce((left, { amount }) => left - Number(amount), Number(subscription.amount));
}

/** Writes down what changed a bill. */
export function adjust(
  { adjustments }: PaddleTransaction,
  change: Omit<PaddleAdjustment, 'id'>,
  all: readonly PaddleTransaction[],
): PaddleAdjustment {
  const number = all.reduce((sum, each) => sum + each.adjustments.length, 1);
  const made = { id: paddleId('adj', number), ...change };
  adjustments.push(made);
  return made;
}

/** Gives back whatever is left of a transaction, or answers why not ("Errors", adjustments). */
export function createAdjustment({ transactions, now }: PaddleBooks, body: string): PaddleAnswer {
  const { action, type, transaction_id } = JSON.parse(body);
  const transaction = transactions.find(({ id }) => id === transaction_id);
  if (transaction === undefined) return noSuch();
  if (action !== 'refund' || type !== 'full') return paddleError(400, 'bad_request', 'Only full refunds are played');
  if (transaction.status !== 'completed') {
    return paddleError(400, 'adjustment_transaction_invalid_status_for_refund', 'It has a non supported status');
  }
  if (transaction.adjustments.some(({ status }) => status === 'pending_approval')) {
    return paddleError(400, 'adjustment_pending_refund_request', 'There is a pending refund request');
  }
  const amount = leftOf(transaction);
  if (amount === 0) {
    return paddleError(400, 'adjustment_total_amount_above_remaining_allowed', 'The amount exceeds the amount left');
  }
  const change = { action, type, amount: String(amount), at: now(), status: 'pending_approval' };
  const made = adjust(transaction, change, transactions);
  return { status: 201, data: renderAdjustment(transaction, made), about: transaction.subscription };
}
