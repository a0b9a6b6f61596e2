import type { FullOperation } from '@leavewell/contract';
import { ServiceError } from '../service-error.ts';

/** The body as parsed JSON where the operation has one, else the query parameters. */
export async function readInput(operation: FullOperation, request: Request): Promise<unknown> {
  const { searchParams } = new URL(request.url);
  return operation.body ? readJson(request, searchParams) : readQuery(searchParams);
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
