import type { VerificationMethod } from '@leavewell/contract';
import type { StepUpOptions } from './step-up-options.ts';
import type { MemberCall } from '../http/call.ts';
import type { HostAuthentication } from '../session/host-authentication.ts';
import { ServiceError } from '../service-error.ts';
import type { Service } from '../service.ts';

/** How far the host's clock may be ahead of ours. */
const skewSeconds = 60;

/** Whether the host's own login can count at all: it is used here, and somebody said what it has to be. */
export function hasHostLogin({ stepUp, usesHostLogin }: Service): boolean {
  return stepUp !== null && usesHostLogin;
}

/** Whether a login is strong and fresh enough by this server's clock (RFC 9470, section 4). */
export function isStrongLogin(
  { at, acr }: HostAuthentication,
  { acrValues, maxAgeSeconds }: StepUpOptions,
  now: Date,
): boolean {
  const age = (now.getTime() - Date.parse(at)) / 1000;
  const isFresh = age >= -skewSeconds && age <= maxAgeSeconds;
  return isFresh && (acrValues.length === 0 || (acr !== null && acrValues.includes(acr)));
}

/**
 * Lets pass a command without a proof by the host's own login, where that is accepted. It may pass more than one
 * command while it is fresh; whoever needs a proof for each lists another method. Throws `step_up_required` when a
 * fresher or stronger login is the first thing to ask for, `verification_required` when it is something else.
 */
export function requireHostLogin(
  { service, authentication, now }: Pick<MemberCall, 'service' | 'authentication' | 'now'>,
  accepted: readonly VerificationMethod[],
): 'host_login' {
  const { stepUp } = service;
  if (stepUp !== null && hasHostLogin(service) && accepted.includes('host_login')) {
    if (authentication !== null && isStrongLogin(authentication, stepUp, now)) return 'host_login';
    if (accepted[0] === 'host_login') throw new ServiceError('step_up_required', { detail: stepUpDetail });
  }
  throw new ServiceError('verification_required', { detail: `Verify first, by one of: ${accepted.join(', ')}.` });
}

const stepUpDetail = 'A fresher or stronger login is needed: log in again with the values of WWW-Authenticate.';

/** The challenge of RFC 9470, section 3, for `WWW-Authenticate` with `step_up_required`. */
export function stepUpChallenge({ acrValues, maxAgeSeconds }: StepUpOptions): string {
  const quoted = (text: string): string => `"${text.replace(/[^\x20-\x7e]/g, '').replace(/["\\]/g, '\\$&')}"`;
  return [
    'Bearer error="insufficient_user_authentication"',
    'error_description="A different authentication level is required"',
    ...(acrValues.length === 0 ? [] : [`acr_values=${quoted(acrValues.join(' '))}`]),
    `max_age=${quoted(String(maxAgeSeconds))}`,
  ].join(', ');
}
