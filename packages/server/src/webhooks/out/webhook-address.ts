/** An address of one tenant's backend that hears of every event. Only the operator of the server sets it (WH5). */
export interface WebhookAddress {
  readonly tenantId: string;
  /** `https`, without a user, password or fragment. */
  readonly url: string;
  /** `whsec_` and 24 to 64 random bytes in base64. Give two for a while to rotate one; both sign. */
  readonly secrets: readonly string[];
}
