import type { FullOperation, ResponseOf } from '@leavewell/contract';
import type { Answer, Call, HostCall, MemberCall } from './call.ts';
import { parseInput, type InputOf } from './parse-input.ts';

/** A request whose caller is not known and whose input is not read yet. */
export interface RawCall extends Call {
  readonly request: Request;
  /** The JSON of the body, or the query parameters. */
  readInput(): Promise<unknown>;
}

/** An operation and what this server does for it. */
export interface Route<O extends FullOperation = FullOperation> {
  readonly operation: O;
  run(call: RawCall): Promise<Answer<ResponseOf<O>>>;
}

/** A route for members: finds the member, then reads the input, then answers. */
export function memberRoute<O extends FullOperation>(
  operation: O & { readonly caller: 'member' },
  answer: (call: MemberCall, input: InputOf<O>) => Promise<Answer<ResponseOf<O>>>,
): Route<O> {
  return {
    operation,
    run: async ({ request, readInput, ...call }) => {
      const viewer = await call.service.identifyMember(request);
      return answer({ ...call, viewer }, parseInput<O>(operation, await readInput()));
    },
  };
}

/** A route for a host's backend: finds the tenant, then reads the input, then answers. */
export function hostRoute<O extends FullOperation>(
  operation: O & { readonly caller: 'host' },
  answer: (call: HostCall, input: InputOf<O>) => Promise<Answer<ResponseOf<O>>>,
): Route<O> {
  return {
    operation,
    run: async ({ request, readInput, ...call }) => {
      const tenantId = await call.service.identifyHost(request);
      return answer({ ...call, tenantId }, parseInput<O>(operation, await readInput()));
    },
  };
}
