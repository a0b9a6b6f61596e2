/** Why an action is refused. */
export type RefusalCode =
  | 'nothing_to_cancel'
  | 'nothing_to_resume'
  | 'renewal_already_off'
  | 'renewal_already_on'
  | 'membership_ended'
  | 'no_permission'
  | 'too_late'
  | 'withdrawal_over';

/** A failure with a text of its own. */
export type ToldFailure =
  | 'session_expired'
  | 'verification_required'
  | 'step_up_required'
  | 'membership_not_found'
  | 'in_progress'
  | 'version_conflict'
  | 'verification_expired'
  | 'verification_code_wrong'
  | 'verification_attempts_exceeded'
  | 'verification_method_unavailable'
  | 'factor_not_accepted'
  | 'offer_over'
  | 'rate_limited'
  | 'subscription_missing'
  | 'provider_refused'
  | 'message_not_sent'
  | 'internal'
  | 'provider_unavailable'
  | 'network'
  | 'timeout'
  | 'aborted'
  | 'not_configured';
