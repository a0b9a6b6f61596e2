import { createMemberClient, type MemberClient } from '@leavewell/sdk';
import { warnOnce } from './warn-once.ts';

/** What a page gives an element to reach the server with. */
export interface Connection {
  readonly localName: string;
  readonly client: MemberClient | undefined;
  readonly endpoint: string | undefined;
  readonly getToken: (() => Promise<string>) | undefined;
}

/** Whether another client is needed. A page that only gives another function for its tokens keeps the client it has. */
export function needsOtherClient(changed: ReadonlyMap<PropertyKey, unknown>, { getToken }: Connection): boolean {
  const isOtherKind = changed.has('getToken') && !changed.get('getToken') !== !getToken;
  return isOtherKind || changed.has('client') || changed.has('endpoint');
}

/**
 * The page's own client, else one for its endpoint. Without either the developer is told once, and every call fails
 * with `not_configured`, so that the member sees a designed state.
 */
export function clientOf(connection: Connection, language: () => string): MemberClient {
  const { localName, client, endpoint = '', getToken } = connection;
  if (client) return client;
  if (!endpoint) warnOnce(`${localName}: set the attribute "endpoint" or the property "client"; nothing can be shown`);
  const newest = () => (connection.getToken ?? getToken)?.() ?? Promise.resolve('');
  return createMemberClient({ endpoint, language, ...(getToken && { getToken: newest }) });
}
