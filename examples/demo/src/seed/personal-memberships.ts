import { everyMonth, facts, membershipOf, yuan } from './declare-membership.ts';
import { plans } from './plans.ts';

const paymentMethod = { brand: 'WeChat Pay', last4: null };

/** What Chen Hao has for himself. Right as of 22 November 2026. */
export const personalMemberships = [
  membershipOf('chen-hao', 'm_basic', {
    plan: plans.personal,
    orderNumber: '2026-0708-1145',
    facts: facts(yuan(3_800, everyMonth), {
      startsAt: '2026-07-07T16:00:00Z',
      periodStartsAt: '2026-11-07T16:00:00Z',
      periodEndsAt: '2026-12-07T16:00:00Z',
      paymentMethod,
    }),
  }),
  membershipOf('chen-hao', 'm_month', {
    plan: plans.singleReport,
    orderNumber: '2026-1103-2091',
    facts: facts(yuan(1_900, everyMonth), {
      kind: 'fixed_term',
      renewal: 'not_applicable',
      periodStartsAt: '2026-11-03T11:05:00Z',
      periodEndsAt: '2026-12-03T16:00:00Z',
      paymentMethod,
    }),
  }),
  membershipOf('chen-hao', 'm_quarter', {
    plan: plans.riskAlerts,
    orderNumber: '2026-0919-6617',
    facts: facts(yuan(29_800, { unit: 'month', count: 3 }), {
      renewal: 'off',
      renewalOff: { by: 'member', at: '2026-10-30T13:45:00Z' },
      periodStartsAt: '2026-09-18T16:00:00Z',
      periodEndsAt: '2026-12-18T16:00:00Z',
      paymentMethod,
    }),
  }),
];
