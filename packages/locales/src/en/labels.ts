/** Buttons and labels of canceling and turning renewal back on. */
export const labels = {
  loading: 'Loading your memberships…',
  'action.retry': 'Try again',
  'action.close': 'Close',
  'cancel.entry': 'Cancel renewal',
  'cancel.title': 'Cancel automatic renewal?',
  'cancel.keep': 'Keep renewing',
  'cancel.confirm': 'Cancel renewal',
  'cancel.submitting': 'Canceling…',
  'cancel.done.text': ({ paymentOwed }: { readonly paymentOwed: boolean }) =>
    paymentOwed ? 'Only the payment that failed may still be charged.' : 'Nothing more will be charged.',
  'resume.entry': 'Turn renewal back on',
  'resume.title': 'Turn renewal back on?',
  'resume.keep': 'Leave it off',
  'resume.submitting': 'Turning renewal on…',
  'membership.seats': (count: number) => (count === 1 ? '1 member' : `${count} members`),
  'receipt.id': 'Receipt',
  'receipt.canceledAt': 'Canceled',
  'receipt.resumedAt': 'Turned back on',
  'receipt.ends': 'Ends',
} as const;
