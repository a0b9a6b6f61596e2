/** Where a company publishes its document, and what of it our providers use. */
export interface CompanyExtract {
  readonly source: {
    readonly repository: string;
    readonly path: string;
    readonly commit: string;
    readonly licence: string;
  };
  /** Method and path of each operation, as the document writes it. */
  readonly operations: readonly (readonly [method: string, path: string])[];
  /** Schemas that are kept; a reference to any other accepts anything. */
  readonly schemas: readonly string[];
  /** Properties of request bodies that are kept; every other is refused by our tests. */
  readonly bodyProperties: readonly string[];
}

const stripe: CompanyExtract = {
  source: {
    repository: 'stripe/openapi',
    path: 'openapi/spec3.yaml',
    commit: '63a674638635c68de26b9f3add13e58198f4df44',
    licence: 'MIT',
  },
  operations: [
    ['get', '/v1/subscriptions'],
    ['get', '/v1/subscriptions/{subscription_exposed_id}'],
    ['post', '/v1/subscriptions/{subscription_exposed_id}'],
    ['delete', '/v1/subscriptions/{subscription_exposed_id}'],
    ['get', '/v1/invoices'],
    ['get', '/v1/charges'],
    ['get', '/v1/refunds'],
    ['post', '/v1/refunds'],
  ],
  schemas: [
    'api_errors',
    'cancellation_details',
    'charge',
    'customer',
    'error',
    'invoice',
    'invoice_setting_customer_setting',
    'line_item',
    'payment_method',
    'price',
    'recurring',
    'refund',
    'subscription',
    'subscription_item',
    'subscriptions_resource_pause_collection',
  ],
  bodyProperties: [
    'amount',
    'cancel_at',
    'cancel_at_period_end',
    'charge',
    'expand',
    'invoice_now',
    'metadata',
    'payment_intent',
    'prorate',
    'reason',
  ],
};

const paddle: CompanyExtract = {
  source: {
    repository: 'PaddleHQ/paddle-openapi',
    path: 'v1/openapi.yaml',
    commit: '792a49e66b1c6cecdb5a9d54a04b2c7186cb44e9',
    licence: 'Apache-2.0',
  },
  operations: [
    ['get', '/subscriptions'],
    ['get', '/subscriptions/{subscription_id}'],
    ['patch', '/subscriptions/{subscription_id}'],
    ['post', '/subscriptions/{subscription_id}/cancel'],
    ['get', '/transactions'],
    ['post', '/adjustments'],
  ],
  schemas: [
    'adjustment',
    'adjustment_action',
    'adjustment_id',
    'adjustment_item',
    'adjustment_totals',
    'adjustment_type',
    'billing_details',
    'catalog-type',
    'created_at',
    'currency_code',
    'customer_id',
    'document_number',
    'duration',
    'effective_from_nullable',
    'error',
    'item-subscription',
    'meta',
    'meta-paginated',
    'money',
    'pagination',
    'price',
    'price_id',
    'product',
    'product_id',
    'request_id',
    'status-adjustment',
    'status-subscription',
    'status-transaction',
    'subscription',
    'subscription_id',
    'subscription-includes',
    'subscription-update',
    'subscription_scheduled_change',
    'time_period',
    'timestamp',
    'totals',
    'transaction',
    'transaction-includes',
    'transaction_details',
    'transaction_id',
    'transaction_totals',
    'unit_price_override',
    'updated_at',
  ],
  bodyProperties: ['action', 'effective_from', 'reason', 'scheduled_change', 'transaction_id', 'type'],
};

/** The companies whose documents are checked against. */
export const companyExtracts = { stripe, paddle } as const;
