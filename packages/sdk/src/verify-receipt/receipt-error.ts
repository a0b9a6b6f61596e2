/** Why a receipt could not be verified. */
export type ReceiptErrorCode =
  /** The text is no compact JWS (RFC 7515, section 7.1). */
  | 'not_a_jws'
  /** It names another algorithm than ES256, or asks for something we do not know. */
  | 'wrong_algorithm'
  /** None of the keys given signed it; perhaps they are those of another site. */
  | 'unknown_key'
  /** Not one byte of it may differ from what was signed; something does. */
  | 'signature_wrong'
  /** It is signed, and it is no receipt. */
  | 'not_a_receipt';

/** The one error of `verifyReceipt`. Nothing that it is thrown for may be relied upon. */
export class ReceiptError extends Error {
  override readonly name = 'ReceiptError';
  /** Stable. */
  readonly code: ReceiptErrorCode;

  constructor(code: ReceiptErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** Whether `value` is a `ReceiptError`, also one of another copy of the SDK. */
export function isReceiptError(value: unknown): value is ReceiptError {
  return value instanceof Error && value.name === 'ReceiptError' && 'code' in value;
}
