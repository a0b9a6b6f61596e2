import { CreateSession, PutMembership, PutMembershipResult, SessionToken } from './host.ts';
import { memberOperations } from './member-operations.ts';
import type { Operation } from './operation.ts';

/** What the host's backend may ask for with its secret key. Never call these from a browser. */
export const hostOperations = {
  createSession: {
    method: 'POST',
    path: '/v1/host/sessions',
    caller: 'host',
    body: CreateSession,
    response: SessionToken,
    errors: ['invalid_request', 'host_key_invalid'],
  },
  putMembership: {
    method: 'PUT',
    path: '/v1/host/memberships/{id}',
    caller: 'host',
    body: PutMembership,
    response: PutMembershipResult,
    errors: ['invalid_request', 'host_key_invalid'],
  },
} as const satisfies Record<string, Operation>;

/** Every operation of the server: the table that routes, client and OpenAPI document are made from. */
export const operations = { ...memberOperations, ...hostOperations } as const satisfies Record<string, Operation>;

/** The name of an operation. */
export type OperationName = keyof typeof operations;
