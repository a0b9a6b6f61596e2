import { generateAuthenticationOptions } from '@simplewebauthn/server';
import type { PasskeyRequest } from '@leavewell/contract';
import type { FactorRecord } from '../../ports/filed-record.ts';
import type { EnrollingVerifier } from '../enrolling-verifier.ts';
import { factorsOfMethod } from '../member-factors.ts';
import { checkAssertion } from './check-assertion.ts';
import { beginPasskey, finishPasskey } from './enrol-passkey.ts';
import { checkPasskeyOptions, type PasskeyOptions } from './passkey-options.ts';
import { descriptorOf, userHandleOf } from './stored-passkey.ts';

export type { EnrollingVerifier, EnrolmentStart, EnrolmentSubject } from '../enrolling-verifier.ts';
export type { PasskeyOptions } from './passkey-options.ts';

const timeoutMs = 5 * 60_000;

async function requestFor(rpId: string, held: readonly FactorRecord[]): Promise<PasskeyRequest> {
  const { challenge } = await generateAuthenticationOptions({ rpID: rpId, userVerification: 'required' });
  const allowCredentials = held.map(descriptorOf);
  return { challenge, rpId, timeout: timeoutMs, userVerification: 'required', allowCredentials };
}

/**
 * Passkeys (WebAuthn Level 3): fingerprint, face or PIN on the member's own device, checked by
 * `@simplewebauthn/server`. Members set them up by `addFactor`. Every verification has a challenge of its own, which is used up by the proof it
 * gives. Give it to `createHandler` as one of `verifiers`. Throws TypeError for options that could not work.
 */
export function passkeyVerifier(options: PasskeyOptions): EnrollingVerifier {
  checkPasskeyOptions(options);
  return {
    method: 'passkey',
    defaultLabel: 'Passkey',
    isSingle: false,
    offerTo: async (member, reads) =>
      (await factorsOfMethod(reads, member, 'passkey')).length === 0 ? null : { destination: null },
    async challenge({ member }, reads) {
      const passkey = await requestFor(options.rpId, await factorsOfMethod(reads, member, 'passkey'));
      return { secretHash: passkey.challenge, codeLength: null, passkey, deliver: async () => {} };
    },
    async accepts({ member, secretHash: challenge, answer: { assertion }, reads, now }) {
      if (assertion === undefined) return null;
      const held = await factorsOfMethod(reads, member, 'passkey');
      return checkAssertion(options, { held, userHandle: await userHandleOf(member), challenge, now }, assertion);
    },
    beginEnrolment: (subject) => beginPasskey(options, subject),
    finishEnrolment: (subject, challenge, answer) => finishPasskey(options, subject, challenge, answer),
  };
}
