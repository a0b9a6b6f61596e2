import type { MembershipCommand } from '@leavewell/contract';
import type { MemberCall } from '../http/call.ts';
import { currentFacts } from '../membership/billing-subject.ts';
import { lawOf, presentMembership } from '../membership/present-membership.ts';
import type { MembershipRecord } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';
import { renewalCommands } from './renewal-commands.ts';

/** Lets pass what the rules allow this member now. Throws the refusal's code, with its remedy and what there is. */
export function requireAllowed(call: MemberCall, record: MembershipRecord, command: MembershipCommand): void {
  const { service, viewer, now } = call;
  const facts = currentFacts(service, record, now);
  const law = lawOf(call, record, facts);
  const { refusal } = renewalCommands[command].decide({ record, facts, viewer, now, law });
  if (refusal === null) return;
  throw new ServiceError(refusal.code, { remedy: refusal.remedy, membership: presentMembership(call, record, facts) });
}
