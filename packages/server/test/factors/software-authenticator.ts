import type { PasskeyRequest } from '@leavewell/contract';

const encoder = new TextEncoder();

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

function join(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** The head of a CBOR item (RFC 8949, section 3): its type and a number below 65,536. */
function head(major: number, value: number): Uint8Array {
  const type = major << 5;
  if (value < 24) return Uint8Array.of(type | value);
  return value < 256 ? Uint8Array.of(type | 24, value) : Uint8Array.of(type | 25, value >> 8, value & 255);
}

type Cbor = number | string | Uint8Array | ReadonlyMap<number | string, Cbor>;

function cbor(item: Cbor): Uint8Array {
  if (typeof item === 'number') return item < 0 ? head(1, -1 - item) : head(0, item);
  if (typeof item === 'string') return join(head(3, encoder.encode(item).length), encoder.encode(item));
  if (item instanceof Uint8Array) return join(head(2, item.length), item);
  return join(head(5, item.size), ...[...item].flatMap(([key, value]) => [cbor(key), cbor(value)]));
}

/** A P-256 signature as authenticators write it: two integers in DER, where WebCrypto gives them side by side. */
function toDer(signature: Uint8Array): Uint8Array {
  const integer = (bytes: Uint8Array): Uint8Array => {
    const digits = [...bytes.subarray(bytes.findIndex((byte) => byte !== 0))];
    const body = (digits[0] ?? 0) > 127 ? [0, ...digits] : digits;
    return Uint8Array.of(2, body.length, ...body);
  };
  const body = join(integer(signature.subarray(0, 32)), integer(signature.subarray(32)));
  return join(Uint8Array.of(0x30, body.length), body);
}

/** What an authenticator or the page around it may do otherwise than it should. */
export interface Misbehaviour {
  readonly origin?: string;
  readonly rpId?: string;
  readonly type?: string;
  readonly challenge?: string;
  readonly userVerified?: boolean;
  readonly userPresent?: boolean;
  readonly counter?: number;
  readonly crossOrigin?: boolean;
  readonly topOrigin?: string;
  readonly userHandle?: string;
  /** The id under which it answers. */
  readonly id?: string;
}

/** A passkey in software, with the browser around it: real keys, real signatures, no device. */
export class SoftwareAuthenticator {
  readonly #keys: CryptoKeyPair;
  readonly #page: Required<Pick<Misbehaviour, 'origin' | 'rpId'>>;
  readonly id: string;
  /** How often it has signed; stays 0 for one that does not count. */
  counter = 0;
  counts = true;

  private constructor(keys: CryptoKeyPair, id: string, page: Required<Pick<Misbehaviour, 'origin' | 'rpId'>>) {
    this.#keys = keys;
    this.#page = page;
    this.id = id;
  }

  static async create(page: Required<Pick<Misbehaviour, 'origin' | 'rpId'>>): Promise<SoftwareAuthenticator> {
    const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
    return new SoftwareAuthenticator(keys, base64url(crypto.getRandomValues(new Uint8Array(32))), page);
  }

  /** What a browser answers to `navigator.credentials.create`, as JSON, with attestation `none`. */
  async create({ challenge }: { readonly challenge: string }, but: Misbehaviour = {}) {
    const attested = join(
      new Uint8Array(16),
      Uint8Array.of(0, 32),
      Buffer.from(this.id, 'base64url'),
      await this.#coseKey(),
    );
    const authData = join(await this.#authData(0x40, but), attested);
    const attestation = new Map<string, Cbor>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    const response = {
      attestationObject: base64url(cbor(attestation)),
      clientDataJSON: base64url(this.#clientData('webauthn.create', challenge, but)),
      transports: ['internal', 'hybrid'],
    };
    return { id: this.id, rawId: this.id, type: 'public-key', response, clientExtensionResults: {} };
  }

  /** What a browser answers to `navigator.credentials.get`, as JSON. */
  async get({ challenge }: Pick<PasskeyRequest, 'challenge'>, but: Misbehaviour = {}) {
    if (this.counts) this.counter += 1;
    const authenticatorData = await this.#authData(0, but);
    const clientDataJSON = this.#clientData('webauthn.get', challenge, but);
    const signed = join(authenticatorData, await sha256(clientDataJSON));
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    const signature = new Uint8Array(await crypto.subtle.sign(algorithm, this.#keys.privateKey, signed));
    const id = but.id ?? this.id;
    const response = {
      authenticatorData: base64url(authenticatorData),
      clientDataJSON: base64url(clientDataJSON),
      signature: base64url(toDer(signature)),
      ...(but.userHandle !== undefined && { userHandle: but.userHandle }),
    };
    return { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} };
  }

  #clientData(type: string, challenge: string, but: Misbehaviour): Uint8Array<ArrayBuffer> {
    const collected = {
      type: but.type ?? type,
      challenge: but.challenge ?? challenge,
      origin: but.origin ?? this.#page.origin,
      ...(but.crossOrigin !== undefined && { crossOrigin: but.crossOrigin }),
      ...(but.topOrigin !== undefined && { topOrigin: but.topOrigin }),
    };
    return encoder.encode(JSON.stringify(collected));
  }

  /** Authenticator data (WebAuthn Level 3, section 6.1): domain hash, flags, counter. */
  async #authData(extraFlags: number, but: Misbehaviour): Promise<Uint8Array<ArrayBuffer>> {
    const flags = (but.userPresent === false ? 0 : 0x01) | (but.userVerified === false ? 0 : 0x04) | extraFlags;
    const counter = new Uint8Array(4);
    new DataView(counter.buffer).setUint32(0, but.counter ?? this.counter);
    return join(await sha256(encoder.encode(but.rpId ?? this.#page.rpId)), Uint8Array.of(flags), counter);
  }

  /** The public key in COSE (RFC 9053, section 7.1.1): an ES256 key on P-256. */
  async #coseKey(): Promise<Uint8Array> {
    const raw = new Uint8Array(await crypto.subtle.exportKey('raw', this.#keys.publicKey));
    return cbor(
      new Map<number, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, raw.subarray(1, 33)],
        [-3, raw.subarray(33)],
      ]),
    );
  }
}
