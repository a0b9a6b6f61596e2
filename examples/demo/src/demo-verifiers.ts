import type { Verifier } from '@leavewell/server';
import { passkeyVerifier } from '@leavewell/server/passkey';
import { passwordVerifier } from '@leavewell/server/password';
import { totpVerifier } from '@leavewell/server/totp';

/** Everybody at the demo has the same password; a real host asks its own user table. */
export const demoPassword = 'demo-password';

/**
 * The ways to verify beside codes by SMS and e-mail. Passkeys belong to the name the site is reached by.
 * @param origins - where the site is reached: `http://localhost:4400`
 */
export function demoVerifiers(sealingSecret: string, origins: readonly string[]): Verifier[] {
  return [
    passkeyVerifier({ rpId: 'localhost', rpName: 'Mingce', origins }),
    passwordVerifier({ check: async (_, password) => password === demoPassword }),
    totpVerifier({ issuer: 'Mingce', sealingSecret }),
  ];
}
