import { PutMembershipResult, SessionToken, type HostMember } from '@leavewell/contract';
import { serve, type RunningServer } from '@leavewell/server/node';
import { join } from 'node:path';
import { createClient, type Answer, type Client } from './ask.ts';
import { createCompany, type Company } from './company.ts';
import type { Database } from './engine.ts';
import { createMessageSink, type MessageSink } from './message-sink.ts';
import { hostKeys, type ServerSettings } from './server-settings.ts';
import { startServerProcess, type ServerProcess } from './start-server-process.ts';
import { startFaultProxy, type ConnectionFate, type FaultProxy } from '../src/fault-proxy.ts';

/** Something between server and company, to see that the campaign finds out. */
export type WrapCompany = (company: Company) => Company['handle'];

/** What a stage is made of. */
export interface StageOptions {
  readonly database: Database;
  /** Where the logs of its server processes go. */
  readonly logFolder: string;
  /** What becomes of the server's connections to the company; all pass when absent. */
  readonly companyFateOf?: (connection: number) => ConnectionFate;
  readonly companyTimeoutMs?: number;
  /** What stands before the company; nothing when absent. */
  readonly wrapCompany?: WrapCompany;
  readonly verification?: boolean;
  readonly outboxEveryMs?: number;
  /** Whether the servers print what they log; they do when absent. */
  readonly logged?: boolean;
  /** Whether limits by address are in force; all requests of the campaign come from one. */
  readonly limited?: boolean;
}

/** What a command is sent with. */
export interface Command {
  readonly at: string;
  readonly token: string;
  readonly membershipId: string;
  readonly key: string;
  readonly verb?: 'cancel-renewal' | 'resume-renewal';
}

/** A company, a gateway, and server processes over one database. */
export interface Stage {
  readonly company: Company;
  readonly sink: MessageSink;
  readonly companyProxy: FaultProxy;
  /** Starts one more server process. `aheadMs` moves its clock. */
  start(options?: { readonly port?: number; readonly aheadMs?: number }): Promise<ServerProcess>;
  /** A host's backend, speaking to the server at an address. */
  host(at: string): Host;
  stop(): Promise<void>;
}

/** What a host's backend does. */
export interface Host {
  token(member: HostMember): Promise<string>;
  /** Declares a membership that stands on the subscription `sub_<id>` of the company. */
  declare(id: string, member: HostMember): Promise<void>;
}

/** A person of the campaign, with mail and phone. */
export function personNamed(id: string): HostMember {
  const number = [...id].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9_000_000_000, 7);
  const phone = `+861${String(number).padStart(10, '3')}`;
  return {
    id,
    name: `Member ${id}`,
    phone,
    email: `${id}@mail.example`,
    language: 'en',
    account: { id, kind: 'person', name: `Member ${id}`, administratorName: null },
    permissions: ['cancel_own'],
  };
}

/** A membership of a person on the company's subscription of the same name. */
export function declarationFor(id: string, { name, account }: HostMember, holderId: string) {
  const { id: accountId, kind, name: accountName } = account;
  return {
    holder: { id: holderId, name },
    account: { id: accountId, kind, name: accountName },
    plan: { id: 'professional', name: { en: 'Professional' }, benefits: [] },
    orderNumber: null,
    seats: null,
    timeZone: 'Asia/Shanghai',
    provider: 'campaign',
    providerReference: `sub_${id}`,
  };
}

function expectOk(answer: Answer, what: string): Answer {
  if (answer.status !== 200) throw new Error(`${what} answered ${answer.status}: ${answer.text}`);
  return answer;
}

function createHost(client: Client, at: string): Host {
  const headers = { authorization: `Bearer ${hostKeys[0].secret}` };
  return {
    async token(member) {
      const body = JSON.stringify({ member });
      const answer = await client.sure({ url: `${at}/v1/host/sessions`, method: 'POST', headers, body });
      return SessionToken.parse(JSON.parse(expectOk(answer, 'createSession').text)).token;
    },
    async declare(id, member) {
      const body = JSON.stringify(declarationFor(id, member, member.id));
      const url = `${at}/v1/host/memberships/${id}`;
      let answer = await client.sure({ url, method: 'PUT', headers, body });
      // The company does not always answer; a host tries again.
      for (let tries = 0; answer.status === 503 && tries < 50; tries += 1) {
        answer = await client.sure({ url, method: 'PUT', headers, body });
      }
      PutMembershipResult.parse(JSON.parse(expectOk(answer, 'putMembership').text));
    },
  };
}

/** The request of a command on a renewal. */
export function commandRequest({ at, token, membershipId, key, verb = 'cancel-renewal' }: Command) {
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': key };
  return { url: `${at}/v1/memberships/${membershipId}/${verb}`, method: 'POST', headers, body: '{}' } as const;
}

const portOf = ({ url }: RunningServer): number => Number(new URL(url).port);

/** Sets up everything but the server processes. */
export async function createStage(options: StageOptions): Promise<Stage> {
  const {
    database,
    logFolder,
    companyFateOf = () => ({ kind: 'pass' }),
    wrapCompany = ({ handle }) => handle,
  } = options;
  const company = createCompany(() => new Date());
  const sink = createMessageSink();
  const companyServer = await serve({ handler: wrapCompany(company), port: 0, hostname: '127.0.0.1' });
  const companyProxy = await startFaultProxy({ to: portOf(companyServer), fateOf: companyFateOf });
  const sinkServer = await serve({ handler: sink.handle, port: 0, hostname: '127.0.0.1' });
  const client = createClient({ connections: 8 });
  const processes: ServerProcess[] = [];
  const settings = (port: number, clockAheadMs: number): ServerSettings => ({
    engine: database.engine,
    location: database.location,
    port,
    clockAheadMs,
    companyUrl: companyProxy.url,
    companyTimeoutMs: options.companyTimeoutMs ?? 2000,
    sinkUrl: sinkServer.url,
    verification: options.verification ?? false,
    limited: options.limited ?? false,
    logged: options.logged ?? true,
    outboxEveryMs: options.outboxEveryMs ?? 200,
  });
  return {
    company,
    sink,
    companyProxy,
    host: (at) => createHost(client, at),
    start: async ({ port = 0, aheadMs = 0 } = {}) => {
      const started = await startServerProcess(settings(port, aheadMs), join(logFolder, 'servers.log'));
      processes.push(started);
      return started;
    },
    stop: async () => {
      await Promise.all(processes.map((each) => each.kill()));
      client.close();
      await companyProxy.close();
      await Promise.all([companyServer.close(), sinkServer.close()]);
    },
  };
}
