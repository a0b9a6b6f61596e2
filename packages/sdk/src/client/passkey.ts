import type { FinishFactor, PasskeyAssertion, PasskeyCreation, PasskeyRequest } from '@leavewell/contract';
import type { CallOptions } from './member-client.ts';

/**
 * Asks the member's authenticator to sign. Null when the member dismissed it, or it has no key of theirs: browsers do
 * not tell the two apart (WebAuthn Level 3, section 14.5.2). Rejects never.
 */
export type AskPasskey = (request: PasskeyRequest, options: CallOptions) => Promise<PasskeyAssertion | null>;

/** What an authenticator answers when a passkey is set up. */
export type PasskeyAttestation = NonNullable<FinishFactor['attestation']>;

/** Browsers from before the JSON methods of WebAuthn Level 3 count as having no passkeys. */
const runtime: Partial<Pick<typeof globalThis, 'PublicKeyCredential' | 'navigator'>> = globalThis;

/** What was made or signed, as the server takes it; null where the browser throws or answers something else. */
async function answerOf(ask: () => Promise<Credential | null>): Promise<ReturnType<PublicKeyCredential['toJSON']> | null> {
  try {
    // Another kind of credential, or one of an older browser, has no `toJSON` and throws here.
    const answer = (await ask()) as PublicKeyCredential | null;
    return answer && answer.toJSON();
  } catch {
    return null;
  }
}

/** The browser's way to ask; undefined where there is none, as outside of a secure page. */
export function browserPasskey(): AskPasskey | undefined {
  const { PublicKeyCredential: passkeys, navigator } = runtime;
  if (!passkeys?.parseRequestOptionsFromJSON || !navigator?.credentials) return undefined;
  return async (request, { signal }) => {
    const json = await answerOf(() => {
      const publicKey = passkeys.parseRequestOptionsFromJSON(request as PublicKeyCredentialRequestOptionsJSON);
      return navigator.credentials.get({ publicKey, ...(signal && { signal }) });
    });
    if (!json || !('signature' in json.response)) return null;
    const { id, rawId } = json;
    const { authenticatorData, clientDataJSON, signature, userHandle } = json.response;
    return { id, rawId, type: 'public-key', response: { authenticatorData, clientDataJSON, signature, userHandle } };
  };
}

/**
 * Makes a passkey of what `addFactor` answered, for `finishFactor`. Null when the member dismissed it, has one already,
 * or the browser cannot.
 */
export async function createPasskey(creation: PasskeyCreation): Promise<PasskeyAttestation | null> {
  // The browser itself checks that all is there, and throws when it is not.
  const asked: object = creation;
  const json = await answerOf(async () => {
    const { PublicKeyCredential: passkeys, navigator } = globalThis;
    const publicKey = passkeys.parseCreationOptionsFromJSON(asked as PublicKeyCredentialCreationOptionsJSON);
    return navigator.credentials.create({ publicKey });
  });
  if (!json || !('attestationObject' in json.response)) return null;
  const { id, rawId, response } = json;
  return { id, rawId, type: 'public-key', response };
}
