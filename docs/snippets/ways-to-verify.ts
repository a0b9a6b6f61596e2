import type { HandlerOptions } from '@leavewell/server';
import { passkeyVerifier } from '@leavewell/server/passkey';
import { passwordVerifier } from '@leavewell/server/password';
import { totpVerifier } from '@leavewell/server/totp';

/** Your own user table: whether this is the member's password. */
declare function isPasswordOf(memberId: string, password: string): Promise<boolean>;

/** In the order in which they are offered, where the law of the place allows a verification. */
export function waysToVerify(sealingSecret: string): Pick<HandlerOptions, 'policy' | 'verifiers'> {
  return {
    verifiers: [
      passkeyVerifier({ rpId: 'example.com', rpName: 'Example', origins: ['https://www.example.com'] }),
      passwordVerifier({ check: ({ id }, password) => isPasswordOf(id, password) }),
      totpVerifier({ issuer: 'Example', sealingSecret }),
    ],
    policy: { place: 'CN', wishes: { CN: { verification: ['passkey', 'sms_code', 'totp', 'password', 'email_code'] } } },
  };
}
