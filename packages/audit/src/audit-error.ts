/** An audit that could not be made, and what to give so that it can. A flow that is bad is no error but a report. */
export class AuditError extends Error {
  override readonly name = 'AuditError';
}
