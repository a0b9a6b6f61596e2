import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { PasskeyAssertion } from '@leavewell/contract';
import type { FactorRecord } from '../../ports/filed-record.ts';
import type { Acceptance } from '../../ports/verifier.ts';
import { ServiceError } from '../../service-error.ts';
import { fromBase64Url } from '../../session/base64url.ts';
import { keepFactor } from '../keep-factor.ts';
import { isFromOwnPage } from './from-own-page.ts';
import type { PasskeyOptions } from './passkey-options.ts';
import { readPasskey } from './stored-passkey.ts';

/** What was asked of whom, and when. */
export interface AssertionQuestion {
  /** The passkeys of the member. */
  readonly held: readonly FactorRecord[];
  readonly userHandle: string;
  readonly challenge: string;
  readonly now: Date;
}

/**
 * Looks at what an authenticator signed: for our challenge, on our page, for our domain, with its user verified, by a
 * passkey of this very member (WebAuthn Level 3, section 7.2). Null when it is anything else.
 * Throws `verification_code_wrong` with a cause when all of it is right and the counter did not rise: then there are
 * two of what should be one (section 6.1.1).
 */
export async function checkAssertion(
  options: PasskeyOptions,
  { held, userHandle, challenge, now }: AssertionQuestion,
  assertion: PasskeyAssertion,
): Promise<Acceptance | null> {
  const factor = held.find((each) => readPasskey(each).credentialId === assertion.id);
  const handle = assertion.response.userHandle ?? userHandle;
  if (factor === undefined || handle !== userHandle || !isFromOwnPage(assertion.response.clientDataJSON)) return null;
  const counter = await signedCounter(options, factor, challenge, assertion);
  if (counter === null) return null;
  if (!rises(readPasskey(factor).counter, counter)) throw fellBack(factor);
  return {
    record: (rows) =>
      keepFactor(rows, factor, now, (secret) => {
        const stored = readPasskey({ secret });
        return rises(stored.counter, counter) ? JSON.stringify({ ...stored, counter }) : null;
      }),
  };
}

/** The counter that was signed; null when the signature is not one to accept. */
async function signedCounter(
  { rpId, origins }: PasskeyOptions,
  factor: FactorRecord,
  challenge: string,
  { id, rawId, type, response }: PasskeyAssertion,
): Promise<number | null> {
  const { authenticatorData, clientDataJSON, signature } = response;
  const signed = { authenticatorData, clientDataJSON, signature };
  const publicKey = fromBase64Url(readPasskey(factor).publicKey) ?? new Uint8Array();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { id, rawId, type, response: signed, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: [...origins],
      expectedRPID: rpId,
      requireUserVerification: true,
      // Counters are compared here, after the signature: only then does one that fell back mean anything.
      credential: { id, publicKey, counter: 0 },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    // The library throws for every answer that is not as it has to be.
    return null;
  }
}

/** Authenticators that do not count say 0 each time. */
function rises(stored: number, signed: number): boolean {
  return signed > stored || (signed === 0 && stored === 0);
}

function fellBack({ id }: FactorRecord): ServiceError {
  const cause = new Error(`the signature counter of passkey ${id} did not rise: it may have been copied`);
  cause.name = 'CounterFellBack';
  return new ServiceError('verification_code_wrong', {}, { cause });
}
