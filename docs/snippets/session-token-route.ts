import { SessionToken, type HostMember } from '@leavewell/contract';

const endpoint = 'http://127.0.0.1:4400/leavewell';

/** Answers `/session-token` of the host's own backend, after its own login said who is asking. */
export async function sessionTokenFor(member: HostMember, hostKey: string): Promise<Response> {
  const answer = await fetch(`${endpoint}/v1/host/sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${hostKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ member }),
  });
  if (!answer.ok) return new Response(null, { status: 502 });
  const { token } = SessionToken.parse(await answer.json());
  return new Response(token, { headers: { 'cache-control': 'no-store', 'content-type': 'text/plain' } });
}
