import type { FullOperation } from '@leavewell/contract';
import { ServiceError } from '../service-error.ts';

/** The body as parsed JSON where the operation has one, else the query parameters. */
export async function readInput(operation: FullOperation, request: Request): Promise<unknown> {
  const searchParams = queryOf(request);
  return operation.body ? readJson(request, searchParams) : readQuery(searchParams);
}

function queryOf({ url }: Request): URLSearchParams {
  return url.includes('?') ? new URL(url).searchParams : new URLSearchParams();
}

/**
 * The body as text, byte for byte, for a signature over it. Of bytes that are no UTF-8 no text says which they were, so
 * they are refused; a byte order mark stays. Everything a notice says is signed, so that an address with parameters
 * is none of ours. Throws `webhook_invalid`.
 */
export async function readBody(request: Request): Promise<string> {
  if (queryOf(request).size > 0) {
    throw new ServiceError('webhook_invalid', { detail: 'Unknown parameter: send to the address without a query.' });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await request.arrayBuffer());
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ServiceError('webhook_invalid', { detail: 'The body is not UTF-8: send the text as it was signed.' });
  }
}

async function readJson(request: Request, searchParams: URLSearchParams): Promise<unknown> {
  if (!/^application\/json *(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw new ServiceError('unsupported_media_type', { detail: 'Send JSON with "Content-Type: application/json".' });
  }
  refuseField(searchParams.keys().next().value, 'Unknown parameter: everything goes into the body.');
  try {
    return JSON.parse(await request.text());
  } catch {
    throw invalid('(whole)', 'The body is not JSON: send one JSON object.');
  }
}

function readQuery(searchParams: URLSearchParams): Record<string, string> {
  const names = [...searchParams.keys()];
  refuseField(
    names.find((name, index) => names.indexOf(name) !== index),
    'Given more than once: send it once.',
  );
  return Object.fromEntries(searchParams);
}

function refuseField(field: string | undefined, message: string): void {
  if (field !== undefined) throw invalid(field, message);
}

function invalid(field: string, message: string): ServiceError {
  return new ServiceError('invalid_request', { errors: [{ field, message }] });
}
