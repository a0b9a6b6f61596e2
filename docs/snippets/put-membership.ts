import type { PutMembership } from '@leavewell/contract';

/** Tells leavewell what one customer bought, whenever the host's own records change. */
export async function declareMembership(id: string, membership: PutMembership, hostKey: string): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:4400/leavewell/v1/host/memberships/${id}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${hostKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(membership),
  });
  if (!answer.ok) throw new Error(`leavewell refused membership ${id}: ${await answer.text()}`);
}
