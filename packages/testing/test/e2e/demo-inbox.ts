/** A message as `/inbox.json` gives it. */
export interface SentMessage {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly channel: string;
  readonly subject: string;
  readonly text: string;
  readonly code?: string;
  readonly kind: string;
  readonly memberId: string;
}

/** Every message that the demo sent, newest first. */
export async function readInbox(url: string): Promise<SentMessage[]> {
  const response = await fetch(`${url}inbox.json`);
  return response.json();
}

/** The newest code, as the member would read it on their phone. */
export async function newestCode(url: string): Promise<string> {
  const message = (await readInbox(url)).find(({ code }) => code !== undefined);
  if (message?.code === undefined) throw new Error('no code was sent');
  return message.code;
}
