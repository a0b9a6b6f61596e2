import type { MemberState } from '@leavewell/sdk';
import { MemberCenterErrorEvent } from '../events/member-center-error-event.ts';
import { MemberCenterLoadEvent } from '../events/member-center-load-event.ts';

/** Whether something is being loaded. */
export function isBusy(state: MemberState | null): boolean {
  return state?.status === 'loading' || (state?.status === 'ready' && state.activity !== 'none');
}

/** Tells the page how loading ended; of anything else it hears from the elements in the cards. */
export function tellPage(center: EventTarget, state: MemberState, before: MemberState | null): void {
  if (isBusy(state) || !isBusy(before)) return;
  if ('error' in state && state.error) center.dispatchEvent(new MemberCenterErrorEvent({ error: state.error }));
  else if (state.status === 'ready') {
    const { session, memberships } = state;
    center.dispatchEvent(new MemberCenterLoadEvent({ session, memberships }));
  }
}
