import type { BillingFacts } from '@leavewell/contract';
import type { MemberCall } from '../http/call.ts';
import { billingSubject, providerOf } from '../membership/billing-subject.ts';
import type { BillingConfirmation, BillingProvider } from '../ports/billing-provider.ts';
import { ServiceError } from '../service-error.ts';
import type { AcceptedOrder } from './renewal-order.ts';
import { renewalCommands } from './renewal-commands.ts';

/**
 * Has the billing company reach the state. It is asked first: when an earlier try got through and only its reply was
 * lost, nothing is sent again (XO4). An unreachable company leaves the intent open for a repeat; a refusal drops it.
 */
export async function confirmWithProvider(call: MemberCall, order: AcceptedOrder): Promise<BillingConfirmation> {
  const { store } = call.service;
  try {
    return await reachState(call, order, providerOf(call.service, order.record));
  } catch (error) {
    if (error instanceof ServiceError && error.code !== 'provider_unavailable') {
      await store.transaction((rows) => rows.deleteIntent(order.intent.tenantId, order.intent.id));
    }
    throw error;
  }
}

async function reachState(
  { viewer, now }: MemberCall,
  { intent, record, isRepeat }: AcceptedOrder,
  provider: BillingProvider,
): Promise<BillingConfirmation> {
  const { reaches, tell } = renewalCommands[intent.command];
  const subject = billingSubject(record);
  const by = viewer.id === record.holder.id ? 'member' : 'administrator';
  const facts = await provider.read(subject, now);
  if (facts.renewal !== reaches)
    return tell(provider, subject, { intentId: intent.id, by, at: new Date(intent.startedAt) });
  const renewalOff: BillingFacts['renewalOff'] = reaches === 'off' ? { by, at: intent.startedAt } : null;
  return { facts: isRepeat ? { ...facts, renewalOff } : facts, reference: null };
}
