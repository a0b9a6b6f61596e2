import type { BillingOrder, BillingSubject } from '@leavewell/server';
import { requireReference } from '../require-reference.ts';
import type { PaddleClient } from './paddle-client.ts';
import { readPages } from './read-pages.ts';
import { translateOrder } from './translate-order.ts';

/** The transactions of a subscription with their refunds, newest first. */
export async function readOrders(client: PaddleClient, subject: BillingSubject): Promise<readonly BillingOrder[]> {
  const reference = requireReference(subject);
  const path = `/transactions?subscription_id=${reference}&include=adjustments&order_by=id[DESC]&per_page=30`;
  const transactions = await readPages(client, path);
  const orders = transactions.flatMap((transaction) => translateOrder(transaction) ?? []);
  return orders.toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
}
