/** What a login has to be to count as a verification (RFC 9470). */
export interface StepUpOptions {
  /** Any of these authentication context classes is strong enough. */
  readonly acrValues: readonly string[];
  /** Seconds since the person authenticated, by this server's clock. */
  readonly maxAgeSeconds: number;
}
