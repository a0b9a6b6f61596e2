import { Offer, type Taken } from '@leavewell/contract';
import { hasPassed } from '../calendar/has-passed.ts';
import { formatInstant } from '../calendar/instant.ts';
import { recordEvent } from '../events/record-event.ts';
import type { MemberCall } from '../http/call.ts';
import { currentFacts } from '../membership/billing-subject.ts';
import type { OfferRecord } from '../ports/filed-record.ts';
import type { MembershipRecord, StoreRows } from '../ports/store.ts';
import { isOver } from '../rules/is-over.ts';
import { ServiceError } from '../service-error.ts';
import { offerIdOf } from './offer-id.ts';

/**
 * Keeps what a member answered to an offer that this server made them, once; the same answer again is taken as it was.
 * The host hears of an acceptance by the event `offer.accepted` and grants it. Throws `offer_not_found`, alike for one
 * that is absent or another's, and `offer_over` for one that was answered otherwise, or whose time has gone by.
 */
export async function decideOffer(call: MemberCall, decision: 'accepted' | 'declined'): Promise<Taken> {
  const { service, now } = call;
  const occurredAt = formatInstant(now);
  await service.store.transaction(async (rows) => {
    const { offer, record } = await findOffer(rows, call);
    if (offer.decision === decision) return;
    if (offer.decision !== 'open' || isGone(call, offer, record)) {
      throw new ServiceError('offer_over', { detail: 'This offer was answered before, or does not hold any more.' });
    }
    await rows.putFiled('offer', { ...offer, decision, decidedAt: occurredAt });
    if (decision !== 'accepted') return;
    await recordEvent(rows, service, { type: 'offer.accepted', record, occurredAt, subjectId: offer.id });
  });
  service.outbox.kick();
  return { taken: true };
}

async function findOffer(
  rows: StoreRows,
  { viewer, id }: MemberCall,
): Promise<{ readonly offer: OfferRecord; readonly record: MembershipRecord }> {
  const offer = await rows.getFiled('offer', viewer.tenantId, id);
  const record = offer?.memberId === viewer.id && (await rows.getMembership(viewer.tenantId, offer.membershipId));
  if (offer && record && record.holder.id === viewer.id) return { offer, record };
  throw new ServiceError('offer_not_found', { detail: 'No offer to this member has this id.' });
}

/** Whether what it was made for is no longer so: its period, the cancellation, or the time until which it holds. */
function isGone({ service, now }: MemberCall, { id, terms }: OfferRecord, record: MembershipRecord): boolean {
  const facts = currentFacts(service, record, now);
  const isOfNow = id === offerIdOf(record, facts) && facts.renewal === 'off' && !isOver(facts, now);
  return !isOfNow || hasPassed(Offer.parse(JSON.parse(terms)).endsAt, now);
}
