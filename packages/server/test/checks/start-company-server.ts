import type { BillingFacts } from '@leavewell/contract';
import { ledgerProvider } from '@leavewell/providers/ledger';
import { inProcessRunner, type HandlerOptions, type MembershipRecord, type OutboxRunner } from '@leavewell/server';
import { membershipFixture, type MembershipOverrides } from '@leavewell/testing';
import assert from 'node:assert/strict';
import { base, startServer, type TestServer } from '../handler/start-server.ts';
import {
  createNotifyingCompany,
  signNotice,
  type CompanyEvent,
  type NotifyingCompany,
  type SignedNotice,
} from './notifying-company.ts';

/** A server whose memberships are billed by `toypay`. Nothing that is due runs by itself. */
export interface CompanyServer extends TestServer {
  readonly company: NotifyingCompany;
  /** Declares a membership on a subscription of the same name, without facts. */
  subscribe(id: string, overrides?: MembershipOverrides): Promise<void>;
  /** Delivers a notice that is signed now, and resolves to the status. */
  deliver(event: CompanyEvent): Promise<number>;
  post(provider: string, notice: SignedNotice): Promise<Response>;
  /** Does what is due, until nothing is. */
  runDue(): Promise<void>;
  stored(id: string): Promise<MembershipRecord>;
  factsOf(id: string): Promise<BillingFacts>;
}

/** Declares a membership of `toypay` as a host does, who leaves the facts to the company. */
export function declaration(id: string, overrides: MembershipOverrides = {}) {
  const { facts: _, ...rest } = membershipFixture(id, { provider: 'toypay', providerReference: id, ...overrides });
  return { id, body: rest };
}

/** Keeps a runner from running by itself, so that a test says when. */
function onDemand(runners: OutboxRunner[]): NonNullable<HandlerOptions['runner']> {
  return (parts) => {
    const runner = inProcessRunner(parts);
    runners.push(runner);
    return { ...runner, kick: () => {} };
  };
}

/** Starts it with a company without subscriptions. */
export async function startCompanyServer(options: Partial<HandlerOptions> = {}): Promise<CompanyServer> {
  const company = createNotifyingCompany();
  const runners: OutboxRunner[] = [];
  const server = await startServer({
    providers: [ledgerProvider(), company],
    policy: { place: 'CN' },
    runner: onDemand(runners),
    ...options,
  });
  const [runner] = runners;
  assert.ok(runner);

  const stored = async (id: string) => {
    const record = await server.store.read((rows) => rows.getMembership('acme', id));
    assert.ok(record, `no membership ${id}`);
    return record;
  };
  const post: CompanyServer['post'] = (provider, { body, headers }) =>
    server.handler(new Request(`${base}/v1/webhooks/${provider}`, { method: 'POST', body, headers }));
  return {
    ...server,
    company,
    post,
    stored,
    factsOf: async (id) => (await stored(id)).facts,
    deliver: async (event) => (await post('toypay', signNotice(event, server.clock.now()))).status,
    subscribe: async (id, overrides) => {
      company.open(id);
      await server.host.ok('putMembership', declaration(id, overrides));
    },
    runDue: async () => {
      while ((await runner.runOnce()) > 0);
    },
  };
}
