import { translateSubscription } from '@leavewell/providers/stripe';
import { membershipOf } from './declare-membership.ts';
import { plans } from './plans.ts';
import classic from './stripe/classic.json' with { type: 'json' };
import items from './stripe/items.json' with { type: 'json' };
import paused from './stripe/paused.json' with { type: 'json' };

/**
 * Memberships whose facts come from Stripe subscriptions, in both shapes that Stripe has used for the end of a period.
 * The demo has no Stripe account, so the translated facts are kept in the ledger from here on.
 */
export const stripeMemberships = [
  membershipOf('li-wen', 'm_stripe_classic', {
    plan: plans.courtRecords,
    orderNumber: classic.id,
    facts: translateSubscription(classic),
  }),
  membershipOf('li-wen', 'm_stripe_items', {
    plan: plans.apiAccess,
    orderNumber: items.id,
    timeZone: 'Europe/London',
    facts: translateSubscription(items),
  }),
  membershipOf('li-wen', 'm_stripe_paused', {
    plan: plans.marketNews,
    orderNumber: paused.id,
    timeZone: 'America/New_York',
    facts: translateSubscription(paused),
  }),
];
