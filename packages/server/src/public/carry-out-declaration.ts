import { acceptOrder } from '../commands/accept-order.ts';
import type { AcceptedOrder, KeyedOrder } from '../commands/renewal-order.ts';
import { settleLater } from '../commands/settle-row.ts';
import { formatInstant } from '../calendar/instant.ts';
import type { MemberCall } from '../http/call.ts';
import { currentFacts } from '../membership/billing-subject.ts';
import { canonicalJson } from '../membership/canonical-json.ts';
import { presentMembership } from '../membership/present-membership.ts';
import type { DeclarationRecord } from '../ports/filed-record.ts';
import { policyOf } from '../policy/policy-of.ts';
import { ServiceError } from '../service-error.ts';
import { digestOf } from '../session/digest.ts';
import { acceptedMethods } from '../verification/asked-of.ts';
import { matchedOf, type Match } from './match-declaration.ts';
import { intentKeyOf, leaveToPerson, noteOutcome, noteStanding } from './note-outcome.ts';
import type { PublicRequest } from './public-request.ts';

const mostTries = 3;

/** What the holder would send if they were logged in: the same command, seen with their rights and nobody else's. */
export function callOf({ service, place, now, address }: PublicRequest, { record, holder }: Match): MemberCall {
  return {
    service,
    viewer: holder,
    now,
    place: { session: place, server: place },
    authentication: null,
    languages: [holder.language],
    headers: new Headers(),
    id: record.id,
    address,
  };
}

/**
 * Has a matched declaration carried out by the command that everybody uses, with the same intent, receipt, event and
 * mail. When this resolves, the intent is stored and somebody comes back to it whatever becomes of this process; the
 * company is told meanwhile. What the rules refuse is left to a person, with its time. Repeating it does nothing twice.
 * @param proof - of the holder's verification, where one was asked for; it is used up
 */
export async function carryOutDeclaration(
  request: PublicRequest,
  filed: DeclarationRecord,
  proof?: string,
): Promise<void> {
  const { service } = request;
  const match = await service.store.read((rows) => matchedOf(rows, filed));
  if (match === undefined || needsPerson(request, filed, match, proof)) return leaveToPerson(service, filed);
  const call = callOf(request, match);
  try {
    const accepted = await accept(call, await orderOf(filed, match, proof));
    if (accepted) await handOver(call, accepted, filed);
  } catch (error) {
    return standAside(request, filed, error);
  }
  // Not waited for: how long a company takes would tell that a contract was found.
  void service.outbox
    .runOnce()
    .then(() => noteOutcome(service, filed))
    .catch((error: unknown) => service.log({ level: 'error', message: 'public page: outcome not noted', error }));
}

async function orderOf(
  { receipt: { id, act, declaration } }: DeclarationRecord,
  { record }: Match,
  proof: string | undefined,
): Promise<KeyedOrder> {
  const order = { command: act, membershipId: record.id, declaration };
  return {
    ...order,
    proof,
    channel: 'public_page',
    idempotencyKey: intentKeyOf(id),
    requestHash: await digestOf(canonicalJson(order)),
    proofHash: proof === undefined ? null : await digestOf(proof),
    ifMatch: null,
  };
}

/** The order as it was written down; null when it has its answer. */
async function accept(call: MemberCall, order: KeyedOrder): Promise<AcceptedOrder | null> {
  for (let tries = 1; ; tries += 1) {
    try {
      const accepted = await acceptOrder(call, order, null);
      return 'answer' in accepted ? null : accepted;
    } catch (error) {
      const isConflict = error instanceof ServiceError && error.code === 'version_conflict';
      if (!isConflict || tries === mostTries) throw error;
    }
  }
}

/** Gives the lease back and has the intent brought to its end at once, by whoever runs what is due. */
async function handOver(
  { service, now }: MemberCall,
  { intent }: AcceptedOrder,
  { tenantId, id }: DeclarationRecord,
): Promise<void> {
  const at = formatInstant(now);
  await service.store.transaction(async (rows) => {
    // The declaration first, as everywhere, so that two works never wait for each other in a circle.
    const current = await rows.getFiled('declaration', tenantId, id);
    await rows.leaseIntent(tenantId, intent.id, at);
    await settleLater(rows, intent, at);
    if (current?.outcome === 'verifying') await rows.putFiled('declaration', { ...current, outcome: 'pending' });
  });
}

/**
 * Whether this is for a person to decide: a later end than the command would bring, or a contract whose own place asks
 * for a verification that this page did not ask for. Whoever chooses the page must not choose what is skipped (AU5).
 */
function needsPerson(request: PublicRequest, filed: DeclarationRecord, match: Match, proof?: string): boolean {
  const call = callOf(request, match);
  const { act, declaration } = filed.receipt;
  try {
    const facts = currentFacts(request.service, match.record, request.now);
    const ofContract = policyOf({ ...call, place: { session: null, server: request.place } }, match.record, facts, act);
    if (proof === undefined && acceptedMethods(ofContract).length > 0) return true;
    const { lastDay } = presentMembership(call, match.record, facts);
    const { endDate = null } = declaration;
    return act === 'cancelRenewal' && endDate !== null && lastDay !== null && endDate > lastDay;
  } catch (error) {
    // A company that this server was started without.
    if (error instanceof ServiceError) return true;
    throw error;
  }
}

/** What is refused after the declaration was taken is a matter between the host and its member, not of this answer. */
async function standAside({ service }: PublicRequest, filed: DeclarationRecord, error: unknown): Promise<void> {
  if (!(error instanceof ServiceError) || error.code === 'store_unavailable') throw error;
  return noteStanding(service, filed, error.code);
}
