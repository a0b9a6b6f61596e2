// The host's own script. A member is logged in at the host; this tells the elements where to ask for a session token.
const { persona = '', policy = '' } = document.body.dataset;
const query = new URLSearchParams({ as: persona, lang: document.documentElement.lang, policy });

/** Asks the host's backend, which knows who is logged in. */
export async function getToken() {
  const response = await fetch(`/session-token?${query}`, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`the host did not give a session token: ${response.status}`);
  const { token } = await response.json();
  return token;
}

for (const element of document.querySelectorAll('member-center, cancel-renewal')) element.getToken = getToken;
