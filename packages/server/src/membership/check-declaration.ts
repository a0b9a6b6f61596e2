import type { BillingFacts, HostText, MembershipKind, Problem, PutMembership } from '@leavewell/contract';
import { findProfile, profileIds } from '@leavewell/policies';
import { isTimeZone } from '../calendar/is-time-zone.ts';
import { ServiceError } from '../service-error.ts';

type FieldError = NonNullable<Problem['errors']>[number];

/** What a declaration must fulfil beyond its shape: whether it does, else which field and what to send instead. */
type Requirement = readonly [holds: boolean, field: string, message: string];

const ofKind: Record<MembershipKind, (facts: BillingFacts) => Requirement[]> = {
  recurring: ({ renewal, price }) => [
    [renewal !== 'not_applicable', 'facts.renewal', 'What recurs is "on", "off" or "paused".'],
    [(price?.interval ?? null) !== null, 'facts.price.interval', 'What recurs needs a price with an interval.'],
  ],
  fixed_term: ({ renewal }) => [
    [renewal === 'not_applicable', 'facts.renewal', 'A fixed term does not renew: send "not_applicable".'],
  ],
  lifetime: ({ renewal }) => [
    [renewal === 'not_applicable', 'facts.renewal', 'A lifetime does not renew: send "not_applicable".'],
  ],
};

function isReal(instant: string | null): boolean {
  if (instant === null) return true;
  const time = Date.parse(instant);
  // A day that no calendar has, such as 30 February, is moved on by Date or refused.
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === instant.slice(0, 10);
}

function isInOrder(earlier: string, later: string | null): boolean {
  return later === null || Date.parse(earlier) <= Date.parse(later);
}

function ofInstants(facts: BillingFacts): Requirement[] {
  const named = Object.entries({
    startsAt: facts.startsAt,
    periodStartsAt: facts.periodStartsAt,
    periodEndsAt: facts.periodEndsAt,
    cancelBy: facts.cancelBy,
    graceEndsAt: facts.graceEndsAt,
    endedAt: facts.endedAt,
    resumesAt: facts.resumesAt,
    'renewalOff.at': facts.renewalOff?.at ?? null,
  });
  return named.map(([field, instant]) => [isReal(instant), `facts.${field}`, 'No such moment in the calendar.']);
}

/** Answers carry any number, so that a browser loads less; what comes in is held to whole minor units and periods. */
function ofPrice(price: BillingFacts['price']): Requirement[] {
  if (price === null) return [];
  const { amount, currency, interval } = price;
  const isCount =
    interval === null || (Number.isInteger(interval.count) && interval.count >= 1 && interval.count <= 999);
  return [
    [
      Number.isSafeInteger(amount) && amount >= 0,
      'facts.price.amount',
      'Send whole minor units, such as 129800 for ¥1,298.',
    ],
    [/^[A-Z]{3}$/.test(currency), 'facts.price.currency', 'Send an ISO 4217 code such as "CNY".'],
    [isCount, 'facts.price.interval.count', 'Send a whole number from 1 to 999.'],
  ];
}

function ofFacts(facts: BillingFacts): Requirement[] {
  const { kind, renewal, periodStartsAt, periodEndsAt } = facts;
  const endRemedy =
    kind === 'lifetime' ? 'A lifetime has no end: send null.' : 'Only a lifetime has no end: send an instant.';
  return [
    ...ofInstants(facts),
    [(kind === 'lifetime') === (periodEndsAt === null), 'facts.periodEndsAt', endRemedy],
    [isInOrder(periodStartsAt, periodEndsAt), 'facts.periodEndsAt', 'Must not be before periodStartsAt.'],
    [isInOrder(facts.startsAt, periodStartsAt), 'facts.periodStartsAt', 'Must not be before startsAt.'],
    [renewal === 'off' || facts.renewalOff === null, 'facts.renewalOff', 'Send null unless renewal is "off".'],
    [renewal === 'paused' || facts.resumesAt === null, 'facts.resumesAt', 'Send null unless renewal is "paused".'],
    ...ofPrice(facts.price),
    ...ofKind[kind](facts),
  ];
}

function ofTexts({ name, benefits }: PutMembership['plan']): Requirement[] {
  const texts: [string, HostText][] = [
    ['plan.name', name],
    ...benefits.map((benefit, index): [string, HostText] => [`plan.benefits.${index}.name`, benefit.name]),
  ];
  const hasWords = (text: HostText) => typeof text === 'string' || Object.keys(text).length > 0;
  return texts.map(([field, text]) => [hasWords(text), field, 'Send the text in at least one language.']);
}

/** Refuses a membership that contradicts itself. Throws `invalid_request` that names every field and its remedy. */
export function checkDeclaration(
  { timeZone, provider, providerReference, plan, facts, place }: PutMembership,
  providers: readonly string[],
): void {
  const requirements: Requirement[] = [
    [isTimeZone(timeZone), 'timeZone', 'Unknown time zone: send an IANA name such as "Asia/Shanghai".'],
    [providers.includes(provider), 'provider', `Not registered here: use ${providers.join(' or ')}.`],
    [place === undefined || findProfile(place) !== undefined, 'place', `Unknown: use ${profileIds.join(', ')}.`],
    ...ofTexts(plan),
    [facts !== undefined || providerReference !== null, 'facts', 'Send the facts, or a providerReference to ask for them.'],
    ...(facts ? ofFacts(facts) : []),
  ];
  const errors = requirements.filter(([holds]) => !holds).map(([, field, message]): FieldError => ({ field, message }));
  if (errors.length > 0) {
    throw new ServiceError('invalid_request', { detail: 'The membership contradicts itself.', errors });
  }
}
