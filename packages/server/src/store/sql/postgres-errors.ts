import { ServiceError } from '../../service-error.ts';
import { foreignMembershipError } from '../store-errors.ts';

/** What helps, by SQLSTATE or by its first two signs; https://www.postgresql.org/docs/current/errcodes-appendix.html */
const unavailable: Record<string, string> = {
  '08': 'the connection was lost; check that the database runs',
  '25006': 'the database is read-only; connect to the one that takes writes',
  '25P03': 'a process stopped within a transaction; try again',
  '28': 'the database refused the role; check user and password',
  '3D': 'there is no such database; create it',
  '40': 'too many processes changed the same rows at once; try again',
  '42501': 'the role lacks a right; let it own the schema, or grant it',
  '53': 'the database is out of connections, memory or disk; free some',
  '55P03': 'rows stayed locked for too long; try again',
  '57014': 'a statement took too long; try again',
  '57P': 'the database is starting or going down; try again',
  '58': 'the database failed to read or write its disk; check it',
  XX: 'the database failed; look into its log',
};

/** Errors of the network, of `node:net` and `node:dns`. */
const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** `pg` gives its own errors no code. */
const lostConnection =
  /connection terminated|timeout exceeded when trying to connect|connection timeout|query read timeout|not queryable/i;

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

function remedyFor(error: unknown): string | undefined {
  const code = codeOf(error) ?? '';
  if (unreachable.has(code)) return `it cannot be reached; check that it runs, and the address (${code})`;
  const known = unavailable[code] ?? unavailable[code.slice(0, 3)] ?? unavailable[code.slice(0, 2)];
  if (code.length === 5 && known !== undefined) return `${known} (${code})`;
  const isLost = error instanceof Error && lostConnection.test(error.message);
  return isLost ? 'the connection was lost; try again' : undefined;
}

/** Whether another process was faster, so that the work has to start over: serialization failure or deadlock. */
export function isConflict(error: unknown): boolean {
  const code = codeOf(error);
  return code === '40001' || code === '40P01';
}

/** An error of `pg` as a ServiceError where it is one of the known kinds; any other error as it is. */
export function translatePostgresError(error: unknown): unknown {
  if (error instanceof ServiceError) return error;
  const code = codeOf(error);
  if (code === '23503') return foreignMembershipError({ cause: error });
  // A zero byte, the one character PostgreSQL cannot keep; SQLite can.
  if (code === '22021') {
    return new ServiceError('invalid_request', { detail: 'text with a zero byte cannot be stored' }, { cause: error });
  }
  const remedy = remedyFor(error);
  if (remedy === undefined) return error;
  return new ServiceError('store_unavailable', { detail: `PostgreSQL: ${remedy}` }, { cause: error });
}
