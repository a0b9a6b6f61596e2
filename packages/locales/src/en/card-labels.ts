/** Headings, buttons and labels of the cards and around them. */
export const cardLabels = {
  'center.title': 'Membership',
  'center.empty': 'You have no memberships.',
  'center.more': 'Show more',
  'role.administrator': 'Administrator',
  'membership.benefits': 'Included',
  'membership.help': 'What this means',
  'action.dismiss': 'Dismiss',
  'timeline.today': 'Today',
  'membership.order': (number: string) => `Order ${number}`,
} as const;
