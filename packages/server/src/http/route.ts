import type { FullOperation, ResponseOf } from '@leavewell/contract';
import type { Answer, Call, HostCall, MemberCall } from './call.ts';
import { parseInput, type InputOf } from './parse-input.ts';
import type { RequestScope } from './request-scope.ts';

/** A request whose caller is not known and whose input is not read yet. */
export interface RawCall extends Call {
  readonly request: Request;
  readonly scope: RequestScope;
  /** The JSON of the body, or the query parameters. */
  readInput(): Promise<unknown>;
  /** The body as text, byte for byte as it was sent; what is no UTF-8 is `webhook_invalid`. */
  readBody(): Promise<string>;
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
    run: async ({ request, scope, readInput, readBody: _, ...call }) => {
      const { member: viewer, place: session, authentication } = await call.service.identifyMember(request, scope.address);
      const place = { session, server: call.service.policies.placeOf(request) };
      scope.tenantId = viewer.tenantId;
      scope.said.push(viewer);
      const said = await readInput();
      scope.said.push(said);
      return answer({ ...call, viewer, place, authentication }, parseInput<O>(operation, said));
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
    run: async ({ request, scope, readInput, readBody: _, ...call }) => {
      const tenantId = await call.service.identifyHost(request, scope.address);
      scope.tenantId = tenantId;
      const said = await readInput();
      scope.said.push(said);
      return answer({ ...call, tenantId }, parseInput<O>(operation, said));
    },
  };
}

/**
 * A route for a billing company, whose signature over the body is all that says who is calling. The answer is given the
 * body byte for byte, and checks that signature before it believes a word; `call.id` is the company's name.
 */
export function providerRoute<O extends FullOperation>(
  operation: O & { readonly caller: 'provider'; readonly raw: true },
  answer: (call: Call, body: string) => Promise<Answer<ResponseOf<O>>>,
): Route<O> {
  return {
    operation,
    run: async ({ scope, readBody, readInput: _, request: __, ...call }) => {
      const body = await readBody();
      scope.said.push(body);
      return answer(call, body);
    },
  };
}
