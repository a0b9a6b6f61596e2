import { everyMonth, everyYear, facts, membershipOf, yuan } from './declare-membership.ts';
import { plans } from './plans.ts';

/** What Northwind Trading has that is unpaid, paused, over or withdrawn. Right as of 22 November 2026. */
export const troubledMemberships = [
  membershipOf('li-wen', 'm_past_due', {
    plan: plans.ownershipMaps,
    orderNumber: '2026-0220-7714',
    facts: facts(yuan(19_800, everyMonth), {
      payment: 'past_due',
      startsAt: '2026-02-19T16:00:00Z',
      periodStartsAt: '2026-10-19T16:00:00Z',
      periodEndsAt: '2026-11-19T16:00:00Z',
      graceEndsAt: '2026-11-29T16:00:00Z',
      paymentMethod: { brand: 'UnionPay', last4: '4402' },
    }),
  }),
  membershipOf('li-wen', 'm_on_hold', {
    plan: plans.tenderWatch,
    orderNumber: '2026-0505-9120',
    facts: facts(yuan(25_800, everyMonth), {
      payment: 'unpaid',
      startsAt: '2026-05-04T16:00:00Z',
      periodStartsAt: '2026-10-04T16:00:00Z',
      periodEndsAt: '2026-11-04T16:00:00Z',
      graceEndsAt: '2026-11-11T16:00:00Z',
      paymentMethod: { brand: 'UnionPay', last4: '4402' },
    }),
  }),
  membershipOf('li-wen', 'm_paused', {
    plan: plans.exportVolume,
    orderNumber: '2026-0315-6643',
    facts: facts(yuan(36_000, everyMonth), {
      renewal: 'paused',
      startsAt: '2026-03-14T16:00:00Z',
      periodStartsAt: '2026-10-14T16:00:00Z',
      periodEndsAt: '2026-11-14T16:00:00Z',
      resumesAt: '2027-01-31T16:00:00Z',
    }),
  }),
  membershipOf('li-wen', 'm_expired', {
    plan: plans.reportsPlus,
    orderNumber: '2025-1101-8235',
    facts: facts(yuan(78_000, everyYear), {
      renewal: 'off',
      renewalOff: { by: 'member', at: '2026-09-28T03:20:00Z' },
      periodStartsAt: '2025-10-31T16:00:00Z',
      periodEndsAt: '2026-10-31T16:00:00Z',
    }),
  }),
  membershipOf('li-wen', 'm_revoked', {
    plan: plans.customsData,
    orderNumber: '2026-1102-4409',
    facts: facts(yuan(45_000, everyMonth), {
      kind: 'fixed_term',
      renewal: 'not_applicable',
      payment: 'refunded',
      periodStartsAt: '2026-11-02T05:40:00Z',
      periodEndsAt: '2026-12-02T16:00:00Z',
      endedAt: '2026-11-12T08:00:00Z',
    }),
  }),
];
