import { Membership, SessionToken } from '@leavewell/contract';
import { createServer } from '@leavewell/server';
import { createMemoryStore } from '@leavewell/server/memory';
import { hostKeys, sessionSecret } from '../server-settings.ts';
import { declarationFor, personNamed } from '../stage.ts';
import type { FixtureClock } from '../../src/fixture-clock.ts';
import type { DoubledCompany } from './doubled-companies.ts';

/** A server in this process with a doubled company behind HTTP. */
export interface DoubledServer {
  readonly clock: FixtureClock;
  /** Declares a membership on the subscription of the same name. */
  declare(id: string): Promise<void>;
  press(
    id: string,
    verb: 'cancel-renewal' | 'resume-renewal',
    key: string,
  ): Promise<{ readonly status: number; readonly text: string }>;
  membership(id: string): Promise<Membership>;
  /** Delivers a notice; answers the status. */
  deliver(body: string, headers: Headers): Promise<number>;
  /** Does what is due. */
  work(): Promise<void>;
}

const member = personNamed('doubled-member');

/** Its clock is the company's. */
export async function createDoubledServer({ provider, clock }: DoubledCompany): Promise<DoubledServer> {
  const { handler, outbox } = createServer({
    store: createMemoryStore(),
    clock,
    sessionSecret,
    hostKeys,
    providers: [provider],
    sender: { send: async () => undefined },
  });

  async function call(path: string, init: RequestInit): Promise<{ readonly status: number; readonly text: string }> {
    const response = await handler(new Request(`http://doubled.invalid${path}`, init));
    return { status: response.status, text: await response.text() };
  }

  async function ok(path: string, init: RequestInit): Promise<unknown> {
    const { status, text } = await call(path, init);
    if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`);
    return JSON.parse(text);
  }

  const json = (authorization: string) => ({ authorization, 'content-type': 'application/json' });
  const host = json(`Bearer ${hostKeys[0].secret}`);
  /** A fresh one each time: the clock makes large steps. */
  async function session(): Promise<Record<string, string>> {
    const body = JSON.stringify({ member });
    return json(
      `Bearer ${SessionToken.parse(await ok('/v1/host/sessions', { method: 'POST', headers: host, body })).token}`,
    );
  }

  return {
    clock,
    declare: async (id) => {
      const body = JSON.stringify({
        ...declarationFor(id, member, member.id),
        provider: provider.name,
        providerReference: id,
      });
      await ok(`/v1/host/memberships/${id}`, { method: 'PUT', headers: host, body });
    },
    press: async (id, verb, key) => {
      const headers = { ...(await session()), 'idempotency-key': key };
      return call(`/v1/memberships/${id}/${verb}`, { method: 'POST', headers, body: '{}' });
    },
    membership: async (id) => Membership.parse(await ok(`/v1/memberships/${id}`, { headers: await session() })),
    deliver: async (body, headers) =>
      (await call(`/v1/webhooks/${provider.name}`, { method: 'POST', headers, body })).status,
    work: async () => {
      for (let pass = 0; pass < 3; pass += 1) await outbox.runOnce();
    },
  };
}
