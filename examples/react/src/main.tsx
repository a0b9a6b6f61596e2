import '@leavewell/elements/define/member-center';
import { createRoot } from 'react-dom/client';
import { MembershipPage } from './membership-page.tsx';

/** Asks the host's backend, which knows who is logged in. */
async function getToken(): Promise<string> {
  const response = await fetch('/session-token?as=li-wen');
  const { token }: { token: string } = await response.json();
  return token;
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<MembershipPage endpoint="/leavewell" getToken={getToken} />);
