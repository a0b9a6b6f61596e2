import { Offer } from '@leavewell/contract';
import { hasPassed } from '../calendar/has-passed.ts';
import { formatInstant } from '../calendar/instant.ts';
import type { MemberCall } from '../http/call.ts';
import { policyOf } from '../policy/policy-of.ts';
import type { OfferRecord } from '../ports/filed-record.ts';
import type { StoreReads } from '../ports/store.ts';
import { chooseText } from '../rules/choose-text.ts';
import { isOver } from '../rules/is-over.ts';
import type { OfferTerms } from './after-cancel-options.ts';
import { offerIdOf } from './offer-id.ts';
import type { OwnCancellation } from './own-cancellation.ts';

const DAY = 86_400_000;
/** More than anybody is ever made. */
const MOST_OFFERS = 1000;

/**
 * The offer that is open for a cancellation: the one that was made before, else a new one if the law of the place, the
 * host and the member's last answer allow it. Null for none. It is decided here alone (P15).
 */
export async function openOfferOf(call: MemberCall, cancellation: OwnCancellation): Promise<Offer | null> {
  const { service, viewer, now } = call;
  const { record, facts } = cancellation;
  const { placement, quietDays } = policyOf(call, record, facts, 'cancelRenewal').offer;
  if (placement === 'never' || isOver(facts, now)) return null;
  const id = offerIdOf(record, facts);
  const { made, isQuiet } = await service.store.read(async (reads) => ({
    made: await reads.getFiled('offer', viewer.tenantId, id),
    isQuiet: await wasDeclinedWithin(reads, call, quietDays),
  }));
  if (made) return openTerms(made);
  const terms = isQuiet ? null : termsOf(call, cancellation);
  if (terms === null || hasPassed(terms.endsAt, now)) return null;
  return makeOnce(call, newOffer(call, cancellation, id, terms));
}

/** A choice that was made is not asked again, on whichever of the member's memberships (KR-212-5-nag). */
async function wasDeclinedWithin(reads: StoreReads, { viewer, now }: MemberCall, days: number): Promise<boolean> {
  const offers = await reads.listFiled('offer', viewer.tenantId, { memberId: viewer.id, limit: MOST_OFFERS });
  const isRecent = (at: string | null) => at !== null && now.getTime() < Date.parse(at) + days * DAY;
  return offers.some(({ decision, decidedAt }) => decision === 'declined' && isRecent(decidedAt));
}

/** What the host offers. A failure of theirs is logged: the cancellation stands, with nothing beside it. */
function termsOf({ service, now }: MemberCall, { record, facts }: OwnCancellation): OfferTerms | null {
  try {
    return service.afterCancel.offer?.({ ...record, facts }, now) ?? null;
  } catch (error) {
    service.log({ level: 'error', message: 'afterCancel.offer failed; nothing is offered', error });
    return null;
  }
}

function newOffer(
  { viewer, now, languages }: MemberCall,
  { record }: OwnCancellation,
  id: string,
  { title, text, price, endsAt, renews }: OfferTerms,
): OfferRecord {
  const read = [...languages, viewer.language];
  const words = { title: chooseText(title, read), text: chooseText(text, read) };
  const terms: Offer = { id, membershipId: record.id, ...words, price, endsAt, renews };
  return {
    tenantId: viewer.tenantId,
    id,
    memberId: viewer.id,
    membershipId: record.id,
    at: formatInstant(now),
    terms: JSON.stringify(terms),
    decision: 'open',
    decidedAt: null,
  };
}

/** Two pages that ask at once are made one offer. */
async function makeOnce({ service }: MemberCall, offer: OfferRecord): Promise<Offer | null> {
  return service.store.transaction(async (rows) => {
    const made = await rows.getFiled('offer', offer.tenantId, offer.id);
    if (made) return openTerms(made);
    await rows.insertFiled('offer', offer);
    return openTerms(offer);
  });
}

function openTerms({ decision, terms }: OfferRecord): Offer | null {
  return decision === 'open' ? Offer.parse(JSON.parse(terms)) : null;
}
