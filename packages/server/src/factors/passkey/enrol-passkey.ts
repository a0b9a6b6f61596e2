import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { FinishFactor } from '@leavewell/contract';
import { fromBase64Url, toBase64Url } from '../../session/base64url.ts';
import type { EnrolmentStart, EnrolmentSubject } from '../enrolling-verifier.ts';
import { isFromOwnPage } from './from-own-page.ts';
import type { PasskeyOptions } from './passkey-options.ts';
import { descriptorOf, readPasskey, userHandleOf, type StoredPasskey } from './stored-passkey.ts';

/** The authenticator may take as long as the setup. */
const timeoutMs = 10 * 60_000;

/** EdDSA, ES256 and RS256 (COSE): what authenticators have, and what every runtime can check. */
const algorithms = [-8, -7, -257];

/** Asks the browser for a new passkey that knows its user, on none of the authenticators that have one already. */
export async function beginPasskey(
  { rpId, rpName }: PasskeyOptions,
  { member, held }: EnrolmentSubject,
): Promise<EnrolmentStart> {
  const options = await generateRegistrationOptions({
    rpID: rpId,
    rpName,
    userID: fromBase64Url(await userHandleOf(member)) ?? new Uint8Array(),
    userName: member.email ?? member.name,
    userDisplayName: member.name,
    timeout: timeoutMs,
    attestationType: 'none',
    excludeCredentials: held.map(descriptorOf),
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  });
  return { secret: options.challenge, passkey: { ...options }, otpauth: null };
}

/** What is kept of the new passkey; null when the browser's answer is not one to what was asked. */
export async function finishPasskey(
  { rpId, origins }: PasskeyOptions,
  { held }: EnrolmentSubject,
  challenge: string,
  { attestation }: FinishFactor,
): Promise<string | null> {
  if (attestation === undefined || !isFromOwnPage(attestation.response.clientDataJSON)) return null;
  const credential = await registered(attestation, challenge, { rpId, origins });
  const isHeld = held.some((factor) => readPasskey(factor).credentialId === credential?.credentialId);
  return credential === null || isHeld ? null : JSON.stringify(credential);
}

async function registered(
  { id, rawId, type, response }: NonNullable<FinishFactor['attestation']>,
  challenge: string,
  { rpId, origins }: Pick<PasskeyOptions, 'rpId' | 'origins'>,
): Promise<StoredPasskey | null> {
  const { attestationObject, clientDataJSON, transports = [] } = response;
  const attested = { attestationObject, clientDataJSON, transports };
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { id, rawId, type, response: attested, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: [...origins],
      expectedRPID: rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    });
    if (!verified || registrationInfo.credential.id !== id) return null;
    const { publicKey, counter } = registrationInfo.credential;
    return { credentialId: id, publicKey: toBase64Url(publicKey), counter, transports };
  } catch {
    // The library throws for every answer that is not as it has to be.
    return null;
  }
}
