import { MemberError } from '../member-error.ts';

/**
 * A `fetch` that has read the whole body when it answers, so that a connection cut in the middle is a failed try like
 * any other. Whatever goes wrong is `network`: no runtime says alike that it got no answer.
 */
export function wholeAnswer(fetch: (request: Request) => Promise<Response> = globalThis.fetch) {
  return async (request: string | URL | Request): Promise<Response> => {
    try {
      const response = await fetch(request instanceof Request ? request : new Request(request));
      return new Response((await response.text()) || null, response);
    } catch (cause) {
      throw new MemberError('network', { retryable: true, cause });
    }
  };
}
