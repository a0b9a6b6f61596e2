import { Membership, SessionToken } from '@leavewell/contract';
import { createServer, inProcessRunner, type LeavewellServer, type RunnerFactory, type Store } from '@leavewell/server';
import { createMemoryStore } from '@leavewell/server/memory';
import { campaignProvider } from '../campaign-provider.ts';
import { createCompany, type Company, type CompanyFault } from '../company.ts';
import { hostKeys, sessionSecret } from '../server-settings.ts';
import { declarationFor, personNamed, type WrapCompany } from '../stage.ts';
import { createFixtureClock, type FixtureClock } from '../../src/fixture-clock.ts';
import { mortalStore, type Death, type MortalStore } from './mortal-store.ts';

/** A command's answer; null when the process was lost before it. */
export type Said = { readonly status: number; readonly text: string } | null;

/** What is sent for one press. */
export interface Press {
  readonly membershipId: string;
  readonly verb: 'cancel-renewal' | 'resume-renewal';
  readonly key: string;
  /** The entity tag of the membership as the member saw it; null for a page that sends none. */
  readonly ifMatch: string | null;
}

/** A server in this process, its company, its clock, and a store that outlives it. */
export interface World {
  readonly clock: FixtureClock;
  readonly company: Company;
  readonly store: Store;
  /** Ids of the receipts that were sent, and how often. */
  readonly receiptsSent: ReadonlyMap<string, number>;
  press(press: Press, trouble?: { readonly death?: Death; readonly faults?: readonly Spoilt[] }): Promise<Said>;
  membership(id: string): Promise<Membership>;
  /** The host declares it as it is, under another order number. */
  declare(id: string, orderNumber: string | null): Promise<void>;
  /** Does what is due; `death` loses the process on the way. */
  work(death?: Death): Promise<void>;
  /** The process is lost and another starts. */
  restart(): void;
}

/** What of the company's next answers goes wrong. */
export interface Spoilt {
  readonly on: 'read' | 'write';
  readonly fault: CompanyFault;
}

const member = personNamed('model-member');
const tokenMinutes = 10;

interface Process {
  readonly store: MortalStore;
  readonly server: LeavewellServer;
}

type StartProcess = () => Process;

/** Works only when it is told to, so that one seed is one history. */
const patientRunner: RunnerFactory = (parts) => ({ ...inProcessRunner(parts), kick: () => undefined });

function processStarter(
  store: Store,
  clock: FixtureClock,
  company: Company,
  wrap: WrapCompany,
  onReceipt: (id: string) => void,
): StartProcess {
  return () => {
    const mortal = mortalStore(store);
    const server = createServer({
      store: mortal,
      clock,
      sessionSecret,
      hostKeys,
      providers: [campaignProvider({ url: 'http://company.invalid', send: wrap(company) })],
      sender: { send: async (message) => void (message.kind === 'receipt' && onReceipt(message.receipt.id)) },
      runner: patientRunner,
    });
    return { store: mortal, server };
  };
}

/** Starts with nothing declared. */
export function createWorld(now: string, wrap: WrapCompany = ({ handle }) => handle): World {
  const clock = createFixtureClock(now);
  const company = createCompany(() => clock.now());
  const store = createMemoryStore();
  const receiptsSent = new Map<string, number>();
  const start = processStarter(store, clock, company, wrap, (id) => void receiptsSent.set(id, (receiptsSent.get(id) ?? 0) + 1));
  let current = start();
  let token = { text: '', at: -Infinity };

  async function call(path: string, init: RequestInit & { readonly headers: Record<string, string> }): Promise<Said> {
    const headers = { 'content-type': 'application/json', ...init.headers };
    const asked = current.server.handler(new Request(`http://model.invalid${path}`, { ...init, headers }));
    const answer = await Promise.race([asked, current.store.died.then(() => null)]);
    if (answer === null) current = start();
    return answer && { status: answer.status, text: await answer.text() };
  }

  async function ok(path: string, init: Parameters<typeof call>[1]): Promise<string> {
    const said = await call(path, init);
    if (said?.status !== 200) throw new Error(`${path} answered ${said?.status}: ${said?.text}`);
    return said.text;
  }

  const hostHeaders = { authorization: `Bearer ${hostKeys[0].secret}` };
  async function memberHeaders(): Promise<Record<string, string>> {
    if (clock.now().getTime() - token.at > tokenMinutes * 60_000) {
      const text = await ok('/v1/host/sessions', { method: 'POST', headers: hostHeaders, body: JSON.stringify({ member }) });
      token = { text: SessionToken.parse(JSON.parse(text)).token, at: clock.now().getTime() };
    }
    return { authorization: `Bearer ${token.text}` };
  }

  return {
    clock,
    company,
    store,
    receiptsSent,
    press: async ({ membershipId, verb, key, ifMatch }, { death, faults = [] } = {}) => {
      const seen = ifMatch === null ? {} : { 'if-match': ifMatch };
      const headers = { ...(await memberHeaders()), ...seen, 'idempotency-key': key };
      for (const { on, fault } of faults) company.failNext(on, fault);
      if (death) current.store.dieAt(death);
      const said = await call(`/v1/memberships/${membershipId}/${verb}`, { method: 'POST', headers, body: '{}' });
      company.heal();
      current.store.dieAt({ atTransaction: Infinity, committed: false });
      return said;
    },
    membership: async (id) =>
      Membership.parse(JSON.parse(await ok(`/v1/memberships/${id}`, { headers: await memberHeaders() }))),
    declare: async (id, orderNumber) => {
      const body = JSON.stringify({ ...declarationFor(id, member, member.id), orderNumber });
      await ok(`/v1/host/memberships/${id}`, { method: 'PUT', headers: hostHeaders, body });
    },
    work: async (death) => {
      if (death) current.store.dieAt(death);
      const ended = await Promise.race([current.server.outbox.runOnce().then(() => true), current.store.died.then(() => false)]);
      if (ended) current.store.dieAt({ atTransaction: Infinity, committed: false });
      else current = start();
    },
    restart: () => {
      current = start();
    },
  };
}
