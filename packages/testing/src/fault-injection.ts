import { operations, refusalErrors, serverErrors, type OperationName } from '@leavewell/contract';

/** One failure to come. */
export interface Fault {
  /**
   * An HTTP status answered in the server's place, `network` when the request never arrives, or `lost_reply` when the
   * server does its work and the answer is lost on the way back.
   */
  readonly status: number | 'network' | 'lost_reply';
  /** Only the next request of this operation; any request when absent. */
  readonly operation?: OperationName;
  /** The code of the problem document; the first of that status when absent. */
  readonly code?: string;
  /** How many requests fail; 1 when absent. A client repeats what it may, so that one failure alone goes unseen. */
  readonly times?: number;
}

/** Fails requests that a test named beforehand. */
export interface FaultInjection {
  failNext(fault: Fault): void;
  /** Takes the fault that is meant for this request, if any. */
  take(request: Request): Fault | undefined;
}

type Handler = (request: Request) => Promise<Response>;

function isRequestOf(operation: OperationName, request: Request, mountPath: string): boolean {
  const { method, path } = operations[operation];
  const pattern = new RegExp(`^${mountPath}${path.replace(/\{\w+\}/g, '[^/]+')}$`);
  return request.method === method && pattern.test(new URL(request.url).pathname);
}

/** Keeps the failures to come in the order they were named. */
export function createFaultInjection(mountPath: string): FaultInjection {
  const faults: Fault[] = [];
  return {
    failNext: (fault) => {
      for (let count = 0; count < (fault.times ?? 1); count += 1) faults.push(fault);
    },
    take: (request) => {
      const index = faults.findIndex(
        ({ operation }) => operation === undefined || isRequestOf(operation, request, mountPath),
      );
      return index === -1 ? undefined : faults.splice(index, 1)[0];
    },
  };
}

function problemResponse(status: number, code: string | undefined): Response {
  const table = Object.entries({ ...serverErrors, ...refusalErrors });
  const known = table.find(([, answered]) => answered === status)?.[0];
  const problem = {
    type: 'about:blank',
    title: 'Injected by a test',
    status,
    code: code ?? known ?? 'internal',
    requestId: 'injected',
  };
  return Response.json(problem, { status, headers: { 'content-type': 'application/problem+json' } });
}

/** The answer to `request`, spoilt by `fault`. A lost connection rejects as `fetch` does. */
export async function answerWithFault(fault: Fault, request: Request, handler: Handler): Promise<Response> {
  if (fault.status === 'lost_reply') await handler(request);
  if (typeof fault.status === 'string') throw new TypeError('Failed to fetch');
  return problemResponse(fault.status, fault.code);
}
