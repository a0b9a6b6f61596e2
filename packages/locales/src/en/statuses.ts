/** Badges of the state and of the kind. */
export const statuses = {
  'status.upcoming': 'Not started yet',
  'status.trialing': 'Trial',
  'status.renewing': 'Renews automatically',
  'status.ending': 'Renewal canceled',
  'status.fixed_term': 'One-off purchase',
  'status.lifetime': 'No end date',
  'status.payment_problem': 'Payment failed',
  'status.on_hold': 'On hold',
  'status.paused': 'Paused',
  'status.expired': 'Ended',
  'status.revoked': 'Ended early',
  'kind.recurring': 'Renews automatically',
  'kind.fixed_term': 'One-off purchase',
  'kind.lifetime': 'No end date',
} as const;
