import { everyMonth, everyYear, facts, membershipOf, yuan } from './declare-membership.ts';
import { plans } from './plans.ts';

/** What Northwind Trading has that renews, was bought once, or was switched off. Right as of 22 November 2026. */
export const northwindMemberships = [
  membershipOf('li-wen', 'm_pro', {
    plan: plans.professional,
    orderNumber: '2026-0117-3391',
    facts: facts(yuan(129_800, everyYear), {
      periodStartsAt: '2025-12-31T16:00:00Z',
      periodEndsAt: '2026-12-31T16:00:00Z',
    }),
  }),
  membershipOf('li-wen', 'm_export', {
    plan: plans.exportPack,
    orderNumber: '2026-1109-0482',
    facts: facts(yuan(9_800, everyMonth), {
      kind: 'fixed_term',
      renewal: 'not_applicable',
      periodStartsAt: '2026-11-09T02:15:00Z',
      periodEndsAt: '2026-12-09T16:00:00Z',
    }),
  }),
  membershipOf('li-wen', 'm_team', {
    plan: plans.teamSeats,
    orderNumber: '2025-0314-1207',
    seats: 12,
    facts: facts(yuan(480_000, everyYear), {
      renewal: 'off',
      renewalOff: { by: 'member', at: '2026-11-20T06:12:00Z' },
      startsAt: '2025-03-14T16:00:00Z',
      periodStartsAt: '2026-03-14T16:00:00Z',
      periodEndsAt: '2027-03-14T16:00:00Z',
    }),
  }),
  membershipOf('li-wen', 'm_lifetime', {
    plan: plans.archive,
    orderNumber: '2024-0618-0036',
    facts: facts(yuan(880_000, null), {
      kind: 'lifetime',
      renewal: 'not_applicable',
      periodStartsAt: '2024-06-18T01:30:00Z',
      periodEndsAt: null,
    }),
  }),
  membershipOf('li-wen', 'm_trial', {
    plan: plans.riskAlerts,
    orderNumber: '2026-1117-2750',
    facts: facts(yuan(29_800, { unit: 'month', count: 3 }), {
      payment: 'trial',
      periodStartsAt: '2026-11-16T16:00:00Z',
      periodEndsAt: '2026-11-30T16:00:00Z',
    }),
  }),
  membershipOf('li-wen', 'm_upcoming', {
    plan: plans.overseas,
    orderNumber: '2026-1118-3066',
    facts: facts(yuan(198_000, everyYear), {
      periodStartsAt: '2026-12-31T16:00:00Z',
      periodEndsAt: '2027-12-31T16:00:00Z',
    }),
  }),
  membershipOf('wang-fang', 'm_wang', {
    plan: plans.seat,
    orderNumber: '2026-0601-5518',
    seats: 1,
    facts: facts(yuan(6_800, everyMonth), {
      startsAt: '2026-05-31T16:00:00Z',
      periodStartsAt: '2026-11-14T16:00:00Z',
      periodEndsAt: '2026-12-14T16:00:00Z',
    }),
  }),
];
