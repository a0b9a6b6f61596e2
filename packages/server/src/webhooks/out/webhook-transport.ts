/** Posts deliveries to the addresses of hosts. */
export interface WebhookTransport {
  /** Whether addresses on the own machine and in private networks may be posted to, for trials; not when absent. */
  readonly allowsPrivate?: boolean;
  /**
   * Posts once, and follows no redirect. Answers the status whatever it is; rejects when there was none, or when the
   * address, as its name resolves at that moment, is not one that may be posted to.
   */
  post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<{ readonly status: number }>;
}
