import type { CodeMessage, MessageSender } from '../ports/message-sender.ts';
import type { MemberRecord } from '../ports/store.ts';
import type { Challenge, VerificationSubject, Verifier } from '../ports/verifier.ts';
import { fromBase64Url, toBase64Url } from '../session/base64url.ts';
import { derivedKey } from '../session/derived-key.ts';
import { randomText } from '../session/random-text.ts';
import { maskPhone } from './mask-phone.ts';
import { codeMinutesValid } from './lifetimes.ts';
import { normalizeCode } from './normalize-code.ts';

/** Digits; the longer ones for a member whose codes are being guessed. */
const codeLengths: Record<VerificationSubject['strength'], number> = { usual: 6, high: 8 };

/** What SMS codes need. */
export interface SmsVerifierOptions {
  readonly sender: MessageSender;
  readonly sessionSecret: string;
}

/**
 * Random digits by SMS. They are stored as an HMAC under a key that is not in the database and together with the
 * verification's id, so that a leaked database gives no code away to somebody who tries all million.
 */
export function createSmsVerifier({ sender, sessionSecret }: SmsVerifierOptions): Verifier {
  const key = derivedKey(sessionSecret, 'sms code');
  const bound = (code: string, verificationId: string) => new TextEncoder().encode(`${verificationId}\n${code}`);
  return {
    method: 'sms_code',
    destinationOf: ({ phone }) => (phone === null ? null : maskPhone(phone)),
    async challenge(subject): Promise<Challenge> {
      const codeLength = codeLengths[subject.strength];
      const code = randomText('0123456789', codeLength);
      const signature = await crypto.subtle.sign('HMAC', await key, bound(code, subject.verificationId));
      return {
        secretHash: toBase64Url(new Uint8Array(signature)),
        codeLength,
        deliver: () => sender.send(codeMessage(subject, code)),
      };
    },
    async accepts(secretHash, answer, verificationId) {
      const signature = fromBase64Url(secretHash);
      if (!signature) return false;
      // WebCrypto compares in constant time.
      return crypto.subtle.verify('HMAC', await key, signature, bound(normalizeCode(answer), verificationId));
    },
  };
}

function codeMessage({ verificationId, member, command, planName }: VerificationSubject, code: string): CodeMessage {
  return {
    kind: 'verification_code',
    channel: 'sms',
    id: verificationId,
    tenantId: member.tenantId,
    memberId: member.id,
    memberName: member.name,
    language: member.language,
    to: phoneOf(member),
    code,
    planName,
    command,
    minutesValid: codeMinutesValid,
  };
}

function phoneOf({ phone }: MemberRecord): string {
  if (phone === null) throw new TypeError('sms code: the member has no phone; ask destinationOf first');
  return phone;
}
