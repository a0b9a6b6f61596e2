import type { LoggedOutVisit } from '../recording/recording.ts';
import { inFront } from '../recording/screen.ts';
import { type Check, judged, notApplicable } from './check.ts';

function faultsOf({ screen, status, hasPassword, sent, answered }: LoggedOutVisit): string[] {
  const isOpen = status === null || status < 400;
  const hasForm = inFront(screen).some(({ role }) => role === 'textbox');
  return [
    ...(isOpen ? [] : [`the address answers ${status}`]),
    ...(hasPassword ? ['it asks for a password'] : []),
    ...(hasForm || hasPassword ? [] : ['there is no form to fill in']),
    ...(sent === null ? ['there is nothing to send it with'] : []),
    ...(sent !== null && (answered === null || answered >= 400)
      ? [answered === null ? 'sending it reached no server' : `sending it was answered ${answered}`]
      : []),
  ];
}

/** Whether leaving works without logging in (Q4). */
export const q04LoggedOut: Check = {
  id: 'Q4',
  title: 'Canceling without logging in',
  judge: ({ loggedOut }, { needsLoggedOut, profile }) => {
    const threshold = needsLoggedOut ? 'the form opens, has no password field and can be sent' : 'not asked for';
    if (loggedOut === null) {
      return notApplicable(
        threshold,
        'no address for members who are not logged in: give loggedOut.url in the flow file',
      );
    }
    const faults = faultsOf(loggedOut);
    if (!needsLoggedOut && faults.length > 0) {
      return notApplicable(threshold, `${profile} does not ask for it; seen: ${faults.join('; ')}`, 'does not work');
    }
    return judged(
      faults,
      `${loggedOut.screen.url} answered ${loggedOut.status}, sent with "${loggedOut.sent}"`,
      threshold,
    );
  },
};
