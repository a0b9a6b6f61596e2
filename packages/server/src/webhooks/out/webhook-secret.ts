const prefix = 'whsec_';

/** The bytes of a secret as Standard Webhooks writes it, `whsec_` and base64; null for any other text. */
export function webhookSecretBytes(secret: string): Uint8Array<ArrayBuffer> | null {
  if (!secret.startsWith(prefix)) return null;
  try {
    const binary = atob(secret.slice(prefix.length));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
