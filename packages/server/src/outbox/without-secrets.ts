/** An error's own words, without those that must not be logged: gateways like to repeat what they were sent. */
export function withoutSecrets(error: unknown, secrets: readonly string[]): string {
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return secrets.filter((secret) => secret !== '').reduce((text, secret) => text.replaceAll(secret, '•••'), words);
}
