import type { OperationName } from '@leavewell/contract';
import type { Connection } from '../../src/limits/client-address.ts';
import { problemOf, requestFor, type Ask, type TestServer } from '../handler/start-server.ts';

/** What came back, with its code when it is a problem. */
export interface Heard {
  readonly status: number;
  readonly code: string | null;
  readonly headers: Headers;
  readonly retryAt: string | undefined;
}

/** Sends one operation from an address, with these headers. */
export async function askFrom(
  { handler }: Pick<TestServer, 'handler'>,
  connection: Connection,
  name: OperationName,
  ask: Ask = {},
): Promise<Heard> {
  const answer = await handler(requestFor(name, ask, {}), connection);
  const { status, headers } = answer;
  const problem = status < 400 ? null : problemOf({ status, headers, text: await answer.text() });
  return { status, headers, code: problem?.code ?? null, retryAt: problem?.retryAt };
}
