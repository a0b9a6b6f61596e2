/**
 * One line about one request or task; never holds a code, token, phone or text a person wrote. Errors come as
 * `{ name, message, stack, code, cause }` or text, without any of these.
 */
export interface LogEntry {
  readonly level: 'info' | 'error';
  readonly message: string;
  readonly requestId?: string;
  readonly method?: string;
  /** The path with names in the place of what was asked for. */
  readonly route?: string;
  readonly status?: number;
  /** Milliseconds, by the clock. */
  readonly durationMs?: number;
  readonly tenantId?: string;
  /** Why it was refused. */
  readonly code?: string;
  readonly error?: unknown;
}
