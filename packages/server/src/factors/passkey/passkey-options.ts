/** Whose passkeys are accepted, and from which pages. */
export interface PasskeyOptions {
  /** The domain that passkeys belong to (relying party id of WebAuthn): `example.com`. */
  readonly rpId: string;
  /** What the browser calls it. */
  readonly rpName: string;
  /** The pages that may ask for one: `https://www.example.com`. */
  readonly origins: readonly string[];
}

function isOriginOf(rpId: string, origin: string): boolean {
  if (!URL.canParse(origin) || new URL(origin).origin !== origin) return false;
  const { hostname, protocol } = new URL(origin);
  const isSecure = protocol === 'https:' || hostname === 'localhost';
  return isSecure && (hostname === rpId || hostname.endsWith(`.${rpId}`));
}

/** Throws TypeError that names the option and what to give instead. */
export function checkPasskeyOptions({ rpId, rpName, origins }: PasskeyOptions): void {
  const ensure = (holds: boolean, option: keyof PasskeyOptions, remedy: string): void => {
    if (!holds) throw new TypeError(`passkeyVerifier: option "${option}": ${remedy}`);
  };
  ensure(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(rpId), 'rpId', `"${rpId}" must be a domain alone, such as "example.com".`);
  ensure(rpName.trim() !== '', 'rpName', 'give the name that people know the site by.');
  ensure(origins.length > 0, 'origins', 'give at least one, such as "https://www.example.com".');
  for (const origin of origins) {
    const remedy = `"${origin}" must be scheme, host and port of a page of ${rpId}, with https.`;
    ensure(isOriginOf(rpId, origin), 'origins', remedy);
  }
}
