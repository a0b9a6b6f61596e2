import type { BillingFacts } from '@leavewell/contract';
import type { BillingProvider, BillingSubject } from '../ports/billing-provider.ts';
import type { MembershipRecord } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';
import type { Service } from '../service.ts';

/** What a provider needs to find the subscription of a membership. */
export function billingSubject({ tenantId, id, timeZone, providerReference, facts }: MembershipRecord): BillingSubject {
  return { tenantId, membershipId: id, timeZone, reference: providerReference, facts };
}

/** The provider that a membership names. Throws `provider_unavailable` when this server was started without it. */
export function providerOf({ providers }: Service, { provider: name }: MembershipRecord): BillingProvider {
  const provider = providers.get(name);
  if (provider) return provider;
  throw new ServiceError('provider_unavailable', { detail: `No provider "${name}" is registered.` });
}

/** What the stored facts of a membership mean at `now`. */
export function currentFacts(service: Service, record: MembershipRecord, now: Date): BillingFacts {
  return providerOf(service, record).current(billingSubject(record), now);
}
