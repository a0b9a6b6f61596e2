import { ServiceError } from '../../service-error.ts';
import { foreignMembershipError } from '../store-errors.ts';

/** Primary result codes, https://sqlite.org/rescode.html, that say the file cannot be used now, and what helps. */
const unavailable: Record<number, string> = {
  5: 'another process holds the file locked; end it or try again (SQLITE_BUSY)',
  6: 'the file is locked; try again (SQLITE_LOCKED)',
  8: 'the file may not be written; check its permissions (SQLITE_READONLY)',
  10: 'the disk failed to read or write; check the disk (SQLITE_IOERR)',
  11: 'the file is damaged; restore a copy (SQLITE_CORRUPT)',
  13: 'the disk is full; free some space (SQLITE_FULL)',
  14: 'the file cannot be opened; check that it and its folder may be written (SQLITE_CANTOPEN)',
  26: 'the file is not a database; name another (SQLITE_NOTADB)',
};

const foreignKeyViolation = 787;

/** The extended result code of an error of `node:sqlite`. */
function resultCodeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode : undefined;
}

/** Whether another process holds a lock that is needed now. */
export function isBusy(error: unknown): boolean {
  return ((resultCodeOf(error) ?? 0) & 0xff) === 5;
}

/** An error of `node:sqlite` as a ServiceError where it is one of the known kinds; any other error as it is. */
export function translateSqliteError(error: unknown): unknown {
  const code = resultCodeOf(error);
  if (code === undefined) return error;
  if (code === foreignKeyViolation) return foreignMembershipError({ cause: error });
  // The low byte is the primary code; the rest only refines it.
  const detail = unavailable[code & 0xff];
  return detail === undefined ? error : new ServiceError('store_unavailable', { detail }, { cause: error });
}
