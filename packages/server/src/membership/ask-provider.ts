import { inSpan } from '../logging/tracer.ts';
import type { BillingProvider, BillingSubject } from '../ports/billing-provider.ts';
import type { MembershipRecord } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';
import type { Service } from '../service.ts';
import { billingSubject, providerOf } from './billing-subject.ts';

/** Five calls in a row stay within the lease of an intent, whatever a provider's own timeouts are. */
const maxSeconds = 11;

/**
 * Calls the provider of a membership. Throws what the provider refuses, and `provider_unavailable` for everything that
 * tells nothing: no answer in time, or an error that is not in the words of the port. What was sent may have arrived.
 */
export async function askProvider<T>(
  service: Service,
  record: MembershipRecord,
  verb: string,
  work: (provider: BillingProvider, subject: BillingSubject) => Promise<T>,
): Promise<T> {
  const provider = providerOf(service, record);
  try {
    return await inSpan(service.tracer, `${provider.name} ${verb}`, { 'leavewell.provider': provider.name }, () =>
      inTime(work(provider, billingSubject(record))),
    );
  } catch (error) {
    if (error instanceof ServiceError) throw error;
    service.log({ level: 'error', message: `provider ${provider.name}: ${verb} failed`, error });
    throw new ServiceError('provider_unavailable', { detail: 'The billing company does not answer.' }, { cause: error });
  }
}

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${maxSeconds} s`)), maxSeconds * 1000);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
