import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { createCallOperation } from '../../src/client/call-operation.ts';
import { memberClientOver } from '../../src/client/create-member-client.ts';
import type { MemberClient, MemberClientOptions } from '../../src/client/member-client.ts';
import type { Pace } from '../../src/client/retry-of.ts';

/** What the server does with one request. */
export type ScriptedAnswer =
  | { readonly status: number; readonly body: unknown; readonly headers?: Readonly<Record<string, string>> }
  /** Closes the connection: before a word of the answer, or in the middle of its body. */
  | 'cut'
  | 'cut in the body'
  /** Never answers. */
  | 'silence';

/** One request as it arrived. */
export interface ArrivedCall {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface ScriptedServer {
  /** Its address with the mount path. */
  readonly endpoint: string;
  readonly calls: readonly ArrivedCall[];
  /** The answers to come, in order; the last one is repeated. */
  answer(...answers: ScriptedAnswer[]): void;
  /** A client that repeats without waiting. */
  client(options?: Partial<MemberClientOptions>, pace?: Partial<Pace>): MemberClient;
}

const quickPace: Pace = { timeout: 5_000, retryDelay: 1, maxRetryAfter: 10 };

function give(answer: ScriptedAnswer | undefined, response: ServerResponse): void {
  if (answer === undefined || answer === 'cut') response.destroy();
  else if (answer === 'cut in the body') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
    response.write('{"id":', () => response.destroy());
  } else if (answer !== 'silence') {
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
  }
}

/** A problem document of our server. */
export function problem(status: number, code: string, more: object = {}, headers: object = {}): ScriptedAnswer {
  const body = { type: 'about:blank', title: code, status, code, requestId: 'r_1', ...more };
  return { status, body, headers: { 'content-type': 'application/problem+json', ...headers } };
}

/** A page of something that stands between us and the server. */
export function html(status: number): ScriptedAnswer {
  return { status, body: '<!doctype html><title>Oops</title>', headers: { 'content-type': 'text/html' } };
}

/** A real HTTP server on this machine that answers what a test wrote down, until the test is over. */
export async function startScriptedServer(t: TestContext): Promise<ScriptedServer> {
  const calls: ArrivedCall[] = [];
  let answers: ScriptedAnswer[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method, url, headers } = request;
    calls.push({ method, url, headers, body: `${Buffer.concat(chunks)}` });
    give(answers.length > 1 ? answers.shift() : answers[0], response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/leavewell`;
  return {
    endpoint,
    calls,
    answer: (...next) => void (answers = next),
    client: (options, pace) =>
      memberClientOver(createCallOperation({ endpoint, ...options }, { ...quickPace, ...pace })),
  };
}
