import type { BillingSubject } from '@leavewell/server';
import type { CompanyAnswer } from '../reach-renewal.ts';
import { requireReference } from '../require-reference.ts';
import type { PaddleClient, PaddleRequest } from './paddle-client.ts';
import { translatePaddleSubscription } from './translate.ts';

/** Asks for a subscription, or changes it; the path of the request is below it. Throws ServiceError alone. */
export async function askFor(
  client: PaddleClient,
  subject: BillingSubject,
  request: PaddleRequest,
): Promise<CompanyAnswer> {
  const path = `/subscriptions/${requireReference(subject)}${request.path}`;
  const { data, requestId } = await client({ ...request, path });
  const facts = { ...translatePaddleSubscription(data), paymentMethod: subject.facts.paymentMethod };
  return { facts, requestId };
}
