/** What went wrong and what to do. */
export const failures = {
  'failed.unchanged': 'Nothing was changed',
  'failed.unknown': 'We could not see if it worked',
  'failed.safe': 'Trying again is safe. It is never done twice.',
  'failure.session_expired': 'Your session has ended. Sign in again to go on.',
  'failure.verification_required': 'We need to confirm it’s you once more. Start again.',
  'failure.step_up_required': 'Your sign-in is too old for this. Sign in again to go on.',
  'failure.membership_not_found': 'We could not find this. Go back to your memberships.',
  'failure.in_progress': 'This is already being done. Wait a moment, then look again.',
  'failure.version_conflict': 'Your membership has changed. Look at it again before you decide.',
  'failure.verification_expired': 'This code no longer works. Ask for a new one.',
  'failure.verification_code_wrong': (left: number | null) =>
    left === null
      ? 'That code is not right. Check it and try again.'
      : `That code is not right. You have ${left === 1 ? 'one try' : `${left || 'no'} tries`} left.`,
  'failure.verification_attempts_exceeded': 'Too many tries. Ask for a new code later.',
  'failure.verification_method_unavailable': 'This way cannot be used here. Take another one, or contact support.',
  'failure.factor_not_accepted': 'This could not be set up. Check it and try again.',
  'failure.offer_over': 'This is no longer open. Nothing was changed.',
  'failure.rate_limited': 'This was asked for too often. Wait a few minutes, then try again.',
  'failure.subscription_missing': 'The payment company does not know this subscription. Contact support.',
  'failure.provider_refused': 'The payment company did not accept this. Contact support.',
  'failure.message_not_sent': 'We could not send the code. Try again in a moment.',
  'failure.internal': 'Something went wrong on our side. Try again in a moment.',
  'failure.provider_unavailable': 'The payment company does not answer. Try again in a few minutes.',
  'failure.network': 'You seem to be offline. Check your connection and try again.',
  'failure.timeout': 'This is taking too long. Try again.',
  'failure.aborted': 'This was stopped. Try again.',
  'failure.not_configured': 'This part of the page is not set up yet. Contact support.',
  'failure.unknown': 'Something did not work. Reload the page and try again.',
} as const;

/** Why an action is not offered, and who can help. */
export const refusals = {
  'refusal.nothing_to_cancel': 'There is nothing to cancel: it does not renew.',
  'refusal.nothing_to_resume': 'Renewal cannot be turned back on here.',
  'refusal.renewal_already_off': 'Renewal is already off.',
  'refusal.renewal_already_on': 'Renewal is already on.',
  'refusal.membership_ended': 'This membership has ended.',
  'refusal.no_permission': 'You do not have permission to change renewal.',
  'refusal.too_late': 'It is too late to stop the next charge here.',
  'refusal.withdrawal_over': 'The time to withdraw from the contract is over.',
  'remedy.ask_administrator': (contact: string | null) =>
    contact ? `Ask your administrator, ${contact}.` : 'Ask your administrator.',
  'remedy.contact_support': (contact: string | null) => `Contact ${contact ?? 'support'}.`,
} as const;
