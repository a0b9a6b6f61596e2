import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { paymentsOf } from '../../src/stripe/invoice-payments.ts';

const payment = (changes: object) => ({ status: 'paid', amount_paid: 900, ...changes });

describe('what an invoice of Stripe was paid by (CP2)', () => {
  it('stands in its list of payments, each by its intent or its charge', () => {
    const data = [
      payment({ payment: { type: 'payment_intent', payment_intent: 'pi_1' } }),
      payment({ payment: { type: 'payment_intent', payment_intent: { id: 'pi_2' } }, amount_paid: 100 }),
      payment({ payment: { type: 'charge', charge: 'ch_3' } }),
    ];
    assert.deepEqual(paymentsOf({ payments: { data }, amount_paid: 1_900 }), [
      { by: { payment_intent: 'pi_1' }, amount: 900 },
      { by: { payment_intent: 'pi_2' }, amount: 100 },
      { by: { charge: 'ch_3' }, amount: 900 },
    ]);
  });

  it('leaves out what was begun and not paid', () => {
    const open = { payment: { payment_intent: 'pi_1' } };
    const data = [payment({ ...open, status: 'open' }), payment({ ...open, status: 'canceled' })];
    assert.deepEqual(paymentsOf({ payments: { data }, amount_paid: 0 }), []);
  });

  it('stands on the invoice itself in older answers', () => {
    const older = { amount_paid: 900, charge: 'ch_1', payment_intent: 'pi_1' };
    assert.deepEqual(paymentsOf(older), [{ by: { payment_intent: 'pi_1' }, amount: 900 }]);
    assert.deepEqual(paymentsOf({ ...older, payment_intent: null }), [{ by: { charge: 'ch_1' }, amount: 900 }]);
  });

  it('is nothing that Stripe could give back when it was paid elsewhere', () => {
    assert.deepEqual(paymentsOf({ amount_paid: 900, paid_out_of_band: true, payments: { data: [] } }), []);
    const data = [payment({ payment: { type: 'payment_record' } })];
    assert.deepEqual(paymentsOf({ amount_paid: 900, payments: { data } }), []);
  });
});
