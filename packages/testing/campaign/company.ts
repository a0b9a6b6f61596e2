import { createHmac } from 'node:crypto';
import * as z from 'zod/mini';

/** What the company answers in the place of its true answer. */
export interface CompanyFault {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  /** Whether a write is done all the same. */
  readonly done?: true;
}

/** A subscription as the company writes it on the wire. */
export const WireSubscription = z.object({
  id: z.string(),
  status: z.enum(['active', 'ended']),
  renews: z.boolean(),
  canceled_at: z.nullable(z.string()),
  canceled_by: z.nullable(z.string()),
  period_start: z.string(),
  period_end: z.string(),
  /** Of the change that this answers, in the answer to a command. */
  change: z.nullable(z.string()),
});
/** A subscription as the company writes it on the wire. */
export type WireSubscription = z.infer<typeof WireSubscription>;

/** What one command that reached the company said. */
export interface CompanyWrite {
  readonly subscription: string;
  readonly intent: string;
  readonly command: 'cancel' | 'resume';
}

/**
 * A billing company that lives outside of the server, keeps its own state and counts. Every write that reaches it is
 * counted, also one that repeats an idempotency key and is answered as before: nothing hides what should not be.
 */
export interface Company {
  readonly handle: (request: Request) => Promise<Response>;
  readonly writes: readonly CompanyWrite[];
  /** What it knows of a subscription; every one exists, and renews until it is told otherwise. */
  subscription(id: string): Omit<WireSubscription, 'change'>;
  /** Changes it in the company's own pages. */
  change(id: string, change: Partial<Omit<WireSubscription, 'id' | 'change'>>): void;
  /** Spoils the next answer to reading or to writing. */
  failNext(on: 'read' | 'write', fault: CompanyFault): void;
  /** Takes back what was to be spoilt and was not. */
  heal(): void;
  /** Called as soon as a write took effect, before it is answered. */
  onWrite: (write: CompanyWrite) => void;
}

/** The secret with which the company signs its notices. */
const companySecret = 'campaign-company-secret-7f2b91';

const period = { period_start: '2025-12-31T16:00:00Z', period_end: '2026-12-31T16:00:00Z' };

/** The signature of a notice: of its time and body. */
export function signNotice(body: string, at: string, secret = companySecret): string {
  return createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
}

const json = (value: unknown, status = 200): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });

/** How the company's answers are spoilt. */
function createFaults() {
  const next: { read: CompanyFault[]; write: CompanyFault[] } = { read: [], write: [] };
  return {
    add: (on: 'read' | 'write', fault: CompanyFault) => void next[on].push(fault),
    take: (on: 'read' | 'write') => next[on].shift(),
    heal: () => {
      next.read.length = 0;
      next.write.length = 0;
    },
  };
}

function spoil(fault: CompanyFault | undefined, answer: WireSubscription): Response {
  if (fault === undefined) return json(answer);
  return new Response(fault.body, { status: fault.status, headers: { 'content-type': fault.type } });
}

/** Starts with nothing canceled. `now` is the company's own clock. */
export function createCompany(now: () => Date): Company {
  const stored = new Map<string, Omit<WireSubscription, 'change'>>();
  const answered = new Map<string, WireSubscription>();
  const writes: CompanyWrite[] = [];
  const faults = createFaults();

  const subscription = (id: string): Omit<WireSubscription, 'change'> =>
    stored.get(id) ?? { id, status: 'active', renews: true, canceled_at: null, canceled_by: null, ...period };

  function apply({ subscription: id, intent, command }: CompanyWrite): WireSubscription {
    const before = answered.get(intent);
    if (before) return before;
    const off = command === 'cancel';
    const known = subscription(id);
    const at = off ? (known.canceled_at ?? now().toISOString()) : null;
    const next = { ...known, renews: !off, canceled_at: at, canceled_by: off ? 'api' : null };
    stored.set(id, next);
    const answer = { ...next, change: `chg_${writes.length}` };
    answered.set(intent, answer);
    return answer;
  }

  const company: Company = {
    writes,
    subscription,
    change: (id, change) => void stored.set(id, { ...subscription(id), ...change }),
    failNext: faults.add,
    heal: faults.heal,
    onWrite: () => undefined,
    handle: async (request) => {
      const [, , id = '', command] = new URL(request.url).pathname.split('/').map(decodeURIComponent);
      if (command === undefined) return spoil(faults.take('read'), { ...subscription(id), change: null });
      if (command !== 'cancel' && command !== 'resume') return json({ error: 'no such command' }, 404);
      const write = { subscription: id, intent: request.headers.get('idempotency-key') ?? '', command } as const;
      const fault = faults.take('write');
      if (fault && !fault.done) return spoil(fault, { ...subscription(id), change: null });
      writes.push(write);
      const answer = apply(write);
      company.onWrite(write);
      return spoil(fault, answer);
    },
  };
  return company;
}
