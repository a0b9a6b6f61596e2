/** A key that signs receipts: an EC private key on P-256 as a JSON Web Key (RFC 7517), with a name of its own. */
export interface ReceiptKey {
  /** Stands in every signature and in the published keys; never given to another key. */
  readonly kid: string;
  readonly privateKey: Readonly<Record<'kty' | 'crv' | 'x' | 'y' | 'd', string>>;
}
