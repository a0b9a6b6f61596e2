/// <reference types="node" />
import { readFileSync } from 'node:fs';
import type { WireJson } from '../double-faults.ts';

/** An object with a list of objects in it. */
type Listing<Name extends string, Item> = WireJson & Readonly<Record<Name, { readonly data: readonly Item[] }>>;

/** Stripe's own examples of the objects that the double keeps, in one of their two shapes. */
export interface StripeExamples {
  readonly charge: WireJson;
  readonly customer: WireJson & { readonly invoice_settings: WireJson };
  readonly invoice: Listing<'lines', WireJson>;
  readonly payment_method: WireJson & { readonly card: WireJson };
  readonly refund: WireJson;
  readonly subscription: Listing<'items', WireJson & { readonly price: WireJson & { readonly recurring: WireJson } }>;
}

const file = new URL('../../../fixtures/openapi/stripe-examples.json', import.meta.url);

/** By where the period stands, see the note in the file. */
export const stripeExamples: Readonly<Record<'subscription' | 'items', StripeExamples>> = JSON.parse(
  readFileSync(file, 'utf8'),
);
