import type { VerificationAsked, VerificationMethod, VerifiedAct } from '@leavewell/contract';
import type { EvaluatedPolicy } from '@leavewell/policies';
import type { MemberCall } from '../http/call.ts';
import { currentFacts } from '../membership/billing-subject.ts';
import { policyOf } from '../policy/policy-of.ts';
import type { MembershipRecord, StoreReads } from '../ports/store.ts';
import { hasHostLogin } from './host-login.ts';
import { showsTheMember } from './method-kind.ts';

/** What the policy accepts: the company's check where there is one, else its ladder; nothing is asked when empty. */
export function acceptedMethods({ companyCheck, verification }: EvaluatedPolicy): readonly VerificationMethod[] {
  return companyCheck === null ? verification : [companyCheck];
}

/** Those of the methods that this member can use now, in the same order. */
export async function usableMethods(
  { service, viewer }: MemberCall,
  methods: readonly VerificationMethod[],
  reads: StoreReads,
): Promise<VerificationMethod[]> {
  const offers = await Promise.all(
    methods.map((method) =>
      method === 'host_login' ? hasHostLogin(service) : service.verifiers.get(method)?.offerTo(viewer, reads),
    ),
  );
  return methods.filter((_, index) => offers[index]);
}

/** Whether the policy asks for a verification, and which of its ways this member has, in its order. */
export async function askedOf(
  call: MemberCall,
  policy: EvaluatedPolicy,
  reads: StoreReads,
): Promise<VerificationAsked> {
  const accepted = acceptedMethods(policy);
  return { required: accepted.length > 0, methods: await usableMethods(call, accepted, reads) };
}

/** The ways by which a member can show that it is them before a factor is changed: every one that they have. */
export async function ownMethods(call: MemberCall, reads: StoreReads): Promise<VerificationMethod[]> {
  const methods = new Set<VerificationMethod>([...call.service.verifiers.keys(), 'host_login']);
  return usableMethods(call, [...methods].filter((method) => showsTheMember[method]), reads);
}

/** What is accepted before an act on a membership; nothing is asked for when empty. */
export async function acceptedFor(
  call: MemberCall,
  act: VerifiedAct,
  membership: MembershipRecord,
  reads: StoreReads,
): Promise<readonly VerificationMethod[]> {
  if (act === 'changeFactors') return ownMethods(call, reads);
  // Who turns renewal back on shows nothing: it can be undone at once.
  if (act === 'resumeRenewal') return [];
  return acceptedMethods(policyOf(call, membership, currentFacts(call.service, membership, call.now), act));
}
