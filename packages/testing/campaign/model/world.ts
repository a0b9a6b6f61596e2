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
export type Said = {
  readonly status: number;
  readonly text: string;
  /** Whether it is the stored answer of an earlier try. */
  readonly replayed: boolean;
} | null;

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

interface Running {
  readonly start: StartProcess;
  current: Process;
}

interface Call {
  readonly method?: 'POST' | 'PUT';
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/** Asks the process that runs; when it is lost on the way, the next one starts. */
async function call(running: Running, path: string, { method = 'POST', headers, body }: Call): Promise<Said> {
  const { server, store } = running.current;
  const init =
    body === undefined ? { headers } : { method, body, headers: { 'content-type': 'application/json', ...headers } };
  const answer = await Promise.race([
    server.handler(new Request(`http://model.invalid${path}`, init)),
    store.died.then(() => null),
  ]);
  if (answer === null) running.current = running.start();
  if (answer === null) return null;
  return { status: answer.status, text: await answer.text(), replayed: answer.headers.has('idempotent-replayed') };
}

async function ok(running: Running, path: string, asked: Call): Promise<string> {
  const said = await call(running, path, asked);
  if (said?.status !== 200) throw new Error(`${path} answered ${said?.status}: ${said?.text}`);
  return said.text;
}

const hostHeaders = { authorization: `Bearer ${hostKeys[0].secret}` };

/** The member's token, made anew before it is too old. */
function tokenKeeper(running: Running, clock: FixtureClock): () => Promise<Record<string, string>> {
  let token = { text: '', at: -Infinity };
  return async () => {
    const now = clock.now().getTime();
    if (now - token.at > tokenMinutes * 60_000) {
      const text = await ok(running, '/v1/host/sessions', { headers: hostHeaders, body: JSON.stringify({ member }) });
      token = { text: SessionToken.parse(JSON.parse(text)).token, at: now };
    }
    return { authorization: `Bearer ${token.text}` };
  };
}

const immortal: Death = { atTransaction: Infinity, committed: false };

/** Starts with nothing declared. */
export function createWorld(now: string, wrap: WrapCompany = ({ handle }) => handle): World {
  const clock = createFixtureClock(now);
  const company = createCompany(() => clock.now());
  const store = createMemoryStore();
  const receiptsSent = new Map<string, number>();
  const start = processStarter(
    store,
    clock,
    company,
    wrap,
    (id) => void receiptsSent.set(id, (receiptsSent.get(id) ?? 0) + 1),
  );
  const running: Running = { start, current: start() };
  const memberHeaders = tokenKeeper(running, clock);
  return {
    ...{ clock, company, store, receiptsSent },
    press: async ({ membershipId, verb, key, ifMatch }, { death = immortal, faults = [] } = {}) => {
      const seen = ifMatch === null ? {} : { 'if-match': ifMatch };
      const headers = { ...(await memberHeaders()), ...seen, 'idempotency-key': key };
      for (const { on, fault } of faults) company.failNext(on, fault);
      running.current.store.dieAt(death);
      const said = await call(running, `/v1/memberships/${membershipId}/${verb}`, { headers, body: '{}' });
      company.heal();
      running.current.store.dieAt(immortal);
      return said;
    },
    membership: async (id) =>
      Membership.parse(JSON.parse(await ok(running, `/v1/memberships/${id}`, { headers: await memberHeaders() }))),
    declare: async (id, orderNumber) => {
      const body = JSON.stringify({ ...declarationFor(id, member, member.id), orderNumber });
      await ok(running, `/v1/host/memberships/${id}`, { method: 'PUT', headers: hostHeaders, body });
    },
    work: async (death = immortal) => {
      const { server, store: mortal } = running.current;
      mortal.dieAt(death);
      const ended = await Promise.race([server.outbox.runOnce().then(() => true), mortal.died.then(() => false)]);
      if (ended) mortal.dieAt(immortal);
      else running.current = start();
    },
    restart: () => {
      running.current = start();
    },
  };
}
