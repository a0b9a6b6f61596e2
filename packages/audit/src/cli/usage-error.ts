/** What was asked for cannot be started; says which flag or field, and what to give instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
