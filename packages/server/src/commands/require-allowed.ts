import type { RenewalCommand } from '@leavewell/contract';
import type { MemberCall } from '../http/call.ts';
import { currentFacts } from '../membership/billing-subject.ts';
import type { MembershipRecord } from '../ports/store.ts';
import { ServiceError } from '../service-error.ts';
import { renewalCommands } from './renewal-commands.ts';

/** Lets pass what the rules allow this member now. Throws the refusal's code, with its remedy. */
export function requireAllowed(
  { service, viewer, now }: MemberCall,
  record: MembershipRecord,
  command: RenewalCommand,
): void {
  const facts = currentFacts(service, record, now);
  const action = renewalCommands[command].decide({ record, facts, viewer, now });
  if (action.refusal) throw new ServiceError(action.refusal.code, { remedy: action.refusal.remedy });
}
