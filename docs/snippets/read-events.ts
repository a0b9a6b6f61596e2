import { HostEventPage } from '@leavewell/contract';

/** Takes what happened since the last time; keep the cursor where you keep your own rows. */
export async function readEvents(cursor: string | null, hostKey: string): Promise<HostEventPage> {
  const url = new URL('http://127.0.0.1:4400/leavewell/v1/host/events');
  if (cursor !== null) url.searchParams.set('cursor', cursor);
  const answer = await fetch(url, { headers: { authorization: `Bearer ${hostKey}` } });
  if (!answer.ok) throw new Error(`leavewell answered ${answer.status}`);
  return HostEventPage.parse(await answer.json());
}
