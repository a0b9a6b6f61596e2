import { setTimeout } from 'node:timers/promises';

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

/** The receipts that were mailed, newest first, once one has `about` in its subject: mail follows right after the answer. */
export async function mailedReceipts(url: string, about = ''): Promise<SentMessage[]> {
  for (let tries = 0; ; tries += 1) {
    const receipts = (await readInbox(url)).filter(({ kind }) => kind === 'receipt');
    if (receipts.some(({ subject }) => subject.includes(about)) || tries === 100) return receipts;
    await setTimeout(50);
  }
}

/** The newest code, as the member would read it on their phone. */
export async function newestCode(url: string): Promise<string> {
  const message = (await readInbox(url)).find(({ code }) => code !== undefined);
  if (message?.code === undefined) throw new Error('no code was sent');
  return message.code;
}
