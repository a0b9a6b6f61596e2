import type { Receipt } from '@leavewell/contract';
import type { HandlerOptions } from '@leavewell/server';
import type { MembershipOverrides } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { startServer, type Caller, type Reply, type TestServer } from '../handler/start-server.ts';

/** Somebody who canceled `m_pro`, and what they can read of it. */
export interface CanceledMember {
  readonly server: TestServer;
  readonly liWen: Caller;
  readonly receipt: Receipt;
  /** The receipt in the form and language asked for. */
  read(accept: string, language?: string): Promise<Reply>;
}

/** Cancels `m_pro` of Li Wen in China, where nothing further is asked for here; reads answer as a browser gets them. */
export async function canceledMember(
  options: Partial<HandlerOptions> = {},
  membership: MembershipOverrides = {},
  now?: string,
): Promise<CanceledMember> {
  const server = await startServer({
    policy: { place: 'CN' },
    supportChannels: [{ kind: 'email', value: 'help@northwind.example' }],
    ...options,
  });
  if (now !== undefined) server.clock.set(now);
  await server.declare('m_pro', membership);
  const liWen = await server.member();
  const { receipt } = await liWen.ok('cancelRenewal', { id: 'm_pro', key: 'intent-0001' });
  return {
    server,
    liWen,
    receipt,
    async read(accept, language = 'en') {
      const headers = { accept, 'accept-language': language };
      const reply = await liWen.ask('getReceipt', { id: receipt.id, headers });
      assert.equal(reply.status, 200, reply.text);
      return reply;
    },
  };
}

/** The value of a line of the page, as it stands in the file. */
export function lineOfPage(html: string, field: string): string {
  return new RegExp(`<div id="${field}"><dt>[^<]*</dt><dd dir="auto">(.*?)</dd></div>`).exec(html)?.[1] ?? '';
}

/** A text without its markup. */
export function withoutTags(html: string): string {
  return html.replace(/<[^>]*>/g, '');
}
