import type { CodeMessage } from '../ports/message-sender.ts';
import type { Challenge, VerificationSubject, Verifier } from '../ports/verifier.ts';
import { fromBase64Url, toBase64Url } from '../session/base64url.ts';
import { derivedKey } from '../session/derived-key.ts';
import { randomText } from '../session/random-text.ts';
import { codeMinutesValid } from './lifetimes.ts';
import { normalizeCode } from './normalize-code.ts';

/** Digits; the longer ones for a member whose codes are being guessed. */
const codeLengths: Record<VerificationSubject['strength'], number> = { usual: 6, high: 8 };

/** Makes codes and looks at what came back, wherever they are sent. */
export type OneTimeCode = Pick<Verifier, 'accepts'> & {
  /** @param send - hands over the message with the code, once its hash is stored */
  challenge(subject: VerificationSubject, send: (code: string) => Promise<void>): Promise<Challenge>;
};

/**
 * Random digits. They are stored as an HMAC under a key that is not in the database and together with the
 * verification's id, so that a leaked database gives no code away to somebody who tries all million.
 * @param purpose - names the key, so that a code that went one way is none of another
 */
export function createOneTimeCode(sessionSecret: string, purpose: string): OneTimeCode {
  const key = derivedKey(sessionSecret, purpose);
  const bound = (code: string, verificationId: string) => new TextEncoder().encode(`${verificationId}\n${code}`);
  return {
    async challenge({ strength, verificationId }, send) {
      const codeLength = codeLengths[strength];
      const code = randomText('0123456789', codeLength);
      const signature = await crypto.subtle.sign('HMAC', await key, bound(code, verificationId));
      const secretHash = toBase64Url(new Uint8Array(signature));
      return { secretHash, codeLength, passkey: null, deliver: () => send(code) };
    },
    async accepts({ secretHash, answer: { code = '' }, verificationId }) {
      const signature = fromBase64Url(secretHash);
      if (!signature) return null;
      // WebCrypto compares in constant time.
      const typed = bound(normalizeCode(code), verificationId);
      const isRight = await crypto.subtle.verify('HMAC', await key, signature, typed);
      return isRight ? {} : null;
    },
  };
}

/** The message that carries a code. */
export function codeMessage(
  { verificationId, member, command, planName }: VerificationSubject,
  code: string,
  way: Pick<CodeMessage, 'channel' | 'to'>,
): CodeMessage {
  return {
    kind: 'verification_code',
    ...way,
    id: verificationId,
    tenantId: member.tenantId,
    memberId: member.id,
    memberName: member.name,
    language: member.language,
    code,
    planName,
    command,
    minutesValid: codeMinutesValid,
  };
}
