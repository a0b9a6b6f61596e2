import { useState } from 'react';

/** What the page needs of its own backend. */
export interface MembershipPageProps {
  readonly endpoint: string;
  readonly getToken: () => Promise<string>;
}

/** A page of a React application: the element does the work, the page hears what became of it. */
export function MembershipPage({ endpoint, getToken }: MembershipPageProps) {
  const [news, setNews] = useState('Nothing was changed.');
  return (
    <main>
      <h1>Membership</h1>
      <p id="news">{news}</p>
      <member-center
        endpoint={endpoint}
        getToken={getToken}
        oncancel-renewal-success={({ detail }) => setNews(`Canceled, receipt ${detail.receipt.id}.`)}
        oncancel-renewal-resume={({ detail }) => setNews(`Renewal is on again, receipt ${detail.receipt.id}.`)}
      />
    </main>
  );
}
