import type { Connection } from '../limits/client-address.ts';
import type { Service } from '../service.ts';
import { crossOriginHeaders } from './cross-origin.ts';
import { requestIdOf } from './request-id.ts';

/** One request from its first moment to its last line in the log. */
export interface RequestScope {
  readonly requestId: string;
  /** The group of addresses it came from; null when nobody knows. */
  readonly address: string | null;
  /** What every answer to it carries. */
  readonly headers: Readonly<Record<string, string>>;
  readonly startedAt: number;
  /** The same moment in a time that never jumps and is nobody's clock. */
  readonly beganAt: number;
  /** The path with names in the place of what was asked for; null when no operation has it. */
  route: string | null;
  tenantId: string | null;
  /** Why it was refused. */
  code: string | null;
  /** What the caller said and who they are, so that no log repeats it. */
  readonly said: unknown[];
}

/** What every answer carries: it is for one caller and this moment, and it is what it says it is. */
const always = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', vary: 'Origin' };

/** Begins a request. */
export function openScope(service: Service, request: Request, connection: Connection): RequestScope {
  const requestId = requestIdOf(request.headers);
  return {
    requestId,
    address: service.clientAddress(request.headers, connection),
    headers: { ...always, 'x-request-id': requestId, ...crossOriginHeaders(service, request) },
    startedAt: service.clock.now().getTime(),
    beganAt: performance.now(),
    route: null,
    tenantId: null,
    code: null,
    said: [],
  };
}
