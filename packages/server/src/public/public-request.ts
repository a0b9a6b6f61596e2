import type { DeclarationReceipt, DeclarationRequest, VerificationMethod } from '@leavewell/contract';
import type { EvaluatedPolicy, PolicyAct, ProfileId } from '@leavewell/policies';
import { dayIn } from '../calendar/day-in.ts';
import type { Service } from '../service.ts';
import { acceptedMethods } from '../verification/asked-of.ts';
import { placeHabits } from './place-habits.ts';

/** A request of a visitor who is not logged in: whose pages it is for, which place's, from where and when. */
export interface PublicRequest {
  readonly service: Service;
  readonly tenantId: string;
  readonly place: ProfileId;
  readonly address: string | null;
  readonly now: Date;
}

/** What a visitor declares, under a key that is the same on every try. */
export interface Declared {
  readonly act: DeclarationReceipt['act'];
  readonly key: string;
  readonly declaration: DeclarationRequest;
}

/** As much of a request as its policy follows from. */
type Asker = Pick<PublicRequest, 'service' | 'place' | 'now'>;

/**
 * What the place asks of an act before anybody knows the contract: as of a person's plan that renews. What differs for
 * the contract that is found is looked at when it is carried out, and never shows on the page.
 */
export function publicPolicyOf({ service, place, now }: Asker, act: PolicyAct): EvaluatedPolicy {
  return service.policies.evaluate({
    profile: place,
    accountKind: 'person',
    plan: { kind: 'recurring', termMonths: null, isTrial: false },
    act,
    on: dayIn(now, placeHabits[place].timeZone),
  });
}

/** The ways to verify by which something is sent to an address on file; of a visitor nothing else can be asked. */
export const sentCodes: readonly VerificationMethod[] = ['sms_code', 'email_code'];

/** How a declaration is carried out, whatever was typed into it. */
export type Way = 'at_once' | 'after_code' | 'by_person';

/** Where the operator wants a verification that no visitor can pass, a person carries it out. */
export function wayOf(asker: Asker, act: PolicyAct): Way {
  const accepted = acceptedMethods(publicPolicyOf(asker, act));
  if (accepted.length === 0) return 'at_once';
  return accepted.some((method) => sentCodes.includes(method)) ? 'after_code' : 'by_person';
}
