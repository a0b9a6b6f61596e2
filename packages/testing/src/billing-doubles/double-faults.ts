/** A JSON object that a double sends. */
export type WireJson = Readonly<Record<string, unknown>>;

/** What can go wrong between a company and its caller. `doesWork` is whether the company did what it was told. */
export const doubleFaults = {
  timeout_before: { doesWork: false, says: 'no answer, and nothing was done' },
  timeout_after: { doesWork: true, says: 'no answer, and it was done' },
  reset_before: { doesWork: false, says: 'a connection closed before anything was done' },
  reset_after: { doesWork: true, says: 'a connection closed after it was done' },
  error_429: { doesWork: false, says: 'too many requests' },
  error_500: { doesWork: false, says: "a failure of the company's own" },
  error_502: { doesWork: true, says: 'a gateway that gave up while it was done' },
  wrong_json: { doesWork: true, says: 'half an answer' },
  html: { doesWork: false, says: 'a page for people' },
  slow_drip: { doesWork: true, says: 'an answer that comes byte by byte and never ends' },
  unknown_enum: { doesWork: true, says: 'a word that nobody knew' },
  empty_list: { doesWork: true, says: 'a subscription without items' },
  flipped_flag: { doesWork: true, says: 'an answer that shows things as they were before' },
} as const;

/** The name of a fault. */
export type DoubleFault = keyof typeof doubleFaults;

/** Which requests a fault is for. */
export interface FaultAim {
  /** Any request when absent. */
  readonly on?: 'read' | 'write';
  /** How many; 1 when absent. */
  readonly times?: number;
  /** How many such requests are answered rightly before; none when absent. */
  readonly after?: number;
}

/** What comes of a request: an answer, one that drips, silence, or a connection that closes. */
export type Outcome =
  | { readonly kind: 'answer' | 'drip'; readonly response: Response }
  | { readonly kind: 'silence' }
  | { readonly kind: 'reset' };

/** A company as a double plays it. */
export interface DoubledCompany {
  /** Does the work and answers. */
  answer(request: Request): Promise<Response>;
  /** Answers a failure of its own, and keeps it where the company keeps such. */
  refuse(request: Request, status: 429 | 500): Promise<Response>;
  /** The answer with a new word, without items, or as it was before. */
  readonly spoil: Readonly<Record<'unknown_enum' | 'empty_list' | 'flipped_flag', (body: WireJson) => WireJson>>;
}

interface AimedFault {
  readonly fault: DoubleFault;
  readonly on: FaultAim['on'];
  /** Requests that it still lets pass. */
  waits: number;
}

/** Keeps the failures to come, and lets the next request meet them. */
export interface FaultQueue {
  failNext(fault: DoubleFault, aim?: FaultAim): void;
  /** Forgets those that did not happen yet. */
  clear(): void;
  outcomeOf(request: Request, company: DoubledCompany): Promise<Outcome>;
}

/** An empty queue. */
export function createFaultQueue(): FaultQueue {
  const queue: AimedFault[] = [];
  return {
    failNext: (fault, { on, times = 1, after = 0 } = {}) => {
      for (let count = 0; count < times; count += 1) queue.push({ fault, on, waits: after });
    },
    clear: () => queue.splice(0),
    outcomeOf: async (request, company) => {
      const kind = request.method === 'GET' ? 'read' : 'write';
      const index = queue.findIndex((aimed) => (aimed.on ?? kind) === kind && (aimed.waits -= 1) < 0);
      const [found] = index === -1 ? [] : queue.splice(index, 1);
      if (found === undefined) return { kind: 'answer', response: await company.answer(request) };
      const response = doubleFaults[found.fault].doesWork ? await company.answer(request) : undefined;
      return spoilt[found.fault](request, company, response ?? Response.json({}));
    },
  };
}

type Spoil = (request: Request, company: DoubledCompany, done: Response) => Promise<Outcome>;

const page = '<!doctype html><title>Please wait</title><h1>Please wait</h1>';

const htmlAnswer = async (status: number): Promise<Outcome> => ({
  kind: 'answer',
  response: new Response(page, { status, headers: { 'content-type': 'text/html' } }),
});

const changedBody =
  (which: keyof DoubledCompany['spoil']): Spoil =>
  async (_, company, done) => {
    const body: WireJson = await done.json();
    return { kind: 'answer', response: Response.json(company.spoil[which](body), done) };
  };

const spoilt: Readonly<Record<DoubleFault, Spoil>> = {
  timeout_before: async () => ({ kind: 'silence' }),
  timeout_after: async () => ({ kind: 'silence' }),
  reset_before: async () => ({ kind: 'reset' }),
  reset_after: async () => ({ kind: 'reset' }),
  error_429: async (request, company) => ({ kind: 'answer', response: await company.refuse(request, 429) }),
  error_500: async (request, company) => ({ kind: 'answer', response: await company.refuse(request, 500) }),
  error_502: () => htmlAnswer(502),
  html: () => htmlAnswer(200),
  wrong_json: async (_, __, done) => {
    const text = await done.text();
    return { kind: 'answer', response: new Response(text.slice(0, text.length / 2), done) };
  },
  slow_drip: async (_, __, response) => ({ kind: 'drip', response }),
  unknown_enum: changedBody('unknown_enum'),
  empty_list: changedBody('empty_list'),
  flipped_flag: changedBody('flipped_flag'),
};
