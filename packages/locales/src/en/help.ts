/** What each state means, in at most 60 words. */
export const help = {
  'help.upcoming': 'It has not begun yet. From the start date you can use everything it includes.',
  'help.trialing':
    'When it ends, it becomes a paid membership. Cancel before then and nothing is charged.',
  'help.renewing':
    'Each period is charged by itself. Canceling stops the next charge; what you paid for stays yours.',
  'help.ending':
    'Renewal is off and nothing more is charged. Everything stays yours until the end date.',
  'help.fixed_term': 'A one-off purchase never renews. It ends by itself on its date, canceled or not.',
  'help.lifetime': 'You paid once. It has no end date and never renews.',
  'help.payment_problem':
    'A payment did not go through. Access goes on for now, so that you can pay.',
  'help.on_hold': 'A payment is missing, so access has stopped. It comes back once the payment is made.',
  'help.paused': 'While it is paused nothing is charged. When it starts again, it renews as before.',
  'help.expired': 'The time that was paid for is over. Nothing is charged unless you buy again.',
  'help.revoked': 'It ended before its time, for example after a refund. Contact support if you did not expect this.',
} as const;
