import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Stripe } from 'stripe';
import { createStripeDouble } from '@leavewell/testing/billing-doubles';
import { readNotice } from '../../src/stripe/read-notice.ts';

const now = new Date('2026-11-22T08:00:00Z');

/** The subscriptions that a notice about this object is about. */
async function referencesOf(object: object): Promise<readonly string[]> {
  const payload = JSON.stringify({ id: 'evt_1', object: 'event', type: 'any', data: { object } });
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret: 's', timestamp: now.getTime() / 1000 });
  const { id, references } = await readNotice(payload, new Headers({ 'stripe-signature': signature }), 's', now);
  assert.equal(id, 'evt_1');
  return references;
}

describe('a notice of Stripe is about', () => {
  const parent = { type: 'subscription_details', subscription_details: { subscription: 'sub_1' } };
  const line = (fields: object) => ({ object: 'invoice', lines: { data: [fields] } });
  const table: ReadonlyArray<readonly [string, object, readonly string[]]> = [
    ['the subscription that changed', { object: 'subscription', id: 'sub_1' }, ['sub_1']],
    ['the subscription of an older invoice', { object: 'invoice', subscription: 'sub_1' }, ['sub_1']],
    ['the same, expanded', { object: 'invoice', subscription: { id: 'sub_1', object: 'subscription' } }, ['sub_1']],
    ['the subscription of a newer invoice', { object: 'invoice', parent }, ['sub_1']],
    ['the subscriptions of older lines', line({ subscription: 'sub_2' }), ['sub_2']],
    [
      'the subscriptions of newer lines',
      line({ parent: { subscription_item_details: { subscription: 'sub_2' } } }),
      ['sub_2'],
    ],
    ['each of them once', { object: 'invoice', subscription: 'sub_1', parent, lines: { data: [null, {}] } }, ['sub_1']],
    ['a charge of an expanded invoice', { object: 'charge', invoice: { object: 'invoice', parent } }, ['sub_1']],
    ['a checkout', { object: 'checkout.session', subscription: 'sub_1' }, ['sub_1']],
    ['a schedule', { object: 'subscription_schedule', subscription: 'sub_1' }, ['sub_1']],
    ['none for a charge alone, whose invoice is a name', { object: 'charge', invoice: 'in_1' }, []],
    ['none for a customer', { object: 'customer', id: 'cus_1', subscription: 'sub_1' }, []],
    ['none for an invoice without one', { object: 'invoice', subscription: null, lines: 'x' }, []],
    ['none for what nobody knew', { object: 'constructor', id: 'x' }, []],
  ];
  for (const [what, object, references] of table) {
    it(what, async () => assert.deepEqual(await referencesOf(object), references));
  }

  it('whatever our double of Stripe tells, in both shapes and by Stripe’s own library', async () => {
    for (const shape of ['subscription', 'items'] as const) {
      const double = createStripeDouble({ shape });
      const id = double.add({ startedAt: '2026-08-31T09:00:00Z' });
      double.change(id, 'cancel');
      double.clock.set('2026-12-01T00:00:00Z');
      const notices = double.notices();
      const types = new Set(notices.map(({ type }) => type));
      assert.ok(types.has('customer.subscription.deleted') && types.has('invoice.paid'));
      const ids = new Set<string>();
      for (const { body, headers } of notices) {
        const read = await readNotice(body, headers, double.webhookSecret, double.clock.now());
        assert.deepEqual(read.references, [id]);
        ids.add(read.id);
        const event = Stripe.webhooks.constructEvent(
          body,
          headers.get('stripe-signature') ?? '',
          double.webhookSecret,
          300,
          undefined,
          double.clock.now().getTime(),
        );
        assert.equal(event.id, read.id);
      }
      assert.equal(ids.size, notices.length);
    }
  });
});
