import { Secret, TOTP } from 'otpauth';
import type { FactorRecord } from '../../ports/filed-record.ts';
import type { MemberRecord, StoreReads } from '../../ports/store.ts';
import type { Acceptance } from '../../ports/verifier.ts';
import { normalizeCode } from '../../verification/normalize-code.ts';
import type { EnrollingVerifier, EnrolmentSubject } from '../enrolling-verifier.ts';
import { keepFactor } from '../keep-factor.ts';
import { factorsOfMethod } from '../member-factors.ts';
import { createSeal, type Seal } from './seal.ts';

export type { EnrollingVerifier, EnrolmentStart, EnrolmentSubject } from '../enrolling-verifier.ts';

/** What codes of an authenticator app need. */
export interface TotpOptions {
  /** What the app calls the site. */
  readonly issuer: string;
  /** Seals the shared secrets at rest. At least 32 characters; without it no code can be checked any more. */
  readonly sealingSecret: string;
}

/** What is kept of one app. */
interface StoredTotp {
  readonly sealed: string;
  /** The time step of the last code that was accepted. */
  readonly lastStep: number;
}

const digits = 6;
const periodSeconds = 30;
/** The step before and the one after: clocks differ, and typing takes time (RFC 6238, section 5.2). */
const window = 1;
/** RFC 4226, section 4, R6. */
const secretBytes = 20;

function readTotp(secret: string): StoredTotp {
  return JSON.parse(secret);
}

function ownerOf(factorId: string, { tenantId, id }: MemberRecord): string {
  return `${tenantId}\n${id}\n${factorId}`;
}

/** The time step that a code is of; null when it is of none that counts now. Compares in constant time. */
function stepOf(code: string, key: Uint8Array<ArrayBuffer>, now: Date): number | null {
  const token = normalizeCode(code);
  if (!/^\d{6}$/.test(token)) return null;
  const timestamp = now.getTime();
  const secret = new Secret({ buffer: key.buffer });
  const delta = TOTP.validate({ token, secret, digits, period: periodSeconds, window, timestamp });
  return delta === null ? null : TOTP.counter({ period: periodSeconds, timestamp }) + delta;
}

/** Each time step counts once, so that a code that somebody looked at is of no use (RFC 6238, section 5.2). */
function useStep(factor: FactorRecord, step: number, now: Date): Acceptance {
  return {
    record: (rows) =>
      keepFactor(rows, factor, now, (secret) => {
        const stored = readTotp(secret);
        return step > stored.lastStep ? JSON.stringify({ ...stored, lastStep: step }) : null;
      }),
  };
}

async function findApp(
  seal: Seal,
  { member, reads, now }: { readonly member: MemberRecord; readonly reads: StoreReads; readonly now: Date },
  code: string,
): Promise<Acceptance | null> {
  for (const factor of await factorsOfMethod(reads, member, 'totp')) {
    const { sealed, lastStep } = readTotp(factor.secret);
    const key = await seal.open(sealed, ownerOf(factor.id, member));
    const step = key === null ? null : stepOf(code, key, now);
    if (step !== null && step > lastStep) return useStep(factor, step, now);
  }
  return null;
}

async function beginApp(seal: Seal, issuer: string, { factorId, member }: EnrolmentSubject) {
  const key = crypto.getRandomValues(new Uint8Array(secretBytes));
  const secret = new Secret({ buffer: key.buffer });
  const label = member.email ?? member.name;
  const otpauth = new TOTP({ issuer, label, secret, digits, period: periodSeconds }).toString();
  return { secret: await seal.close(key, ownerOf(factorId, member)), passkey: null, otpauth };
}

/**
 * Codes of an authenticator app (RFC 6238): six digits, every 30 seconds, each used once. Members set an app up by
 * `addFactor`. Throws TypeError for options that could not work.
 */
export function totpVerifier({ issuer, sealingSecret }: TotpOptions): EnrollingVerifier {
  if (issuer.trim() === '') throw new TypeError('totpVerifier: option "issuer": give the name of the site.');
  if (sealingSecret.length < 32) {
    throw new TypeError('totpVerifier: option "sealingSecret": give at least 32 random characters.');
  }
  const seal = createSeal(sealingSecret, 'totp secret');
  return {
    method: 'totp',
    defaultLabel: 'Authenticator app',
    isSingle: false,
    offerTo: async (member, reads) =>
      (await factorsOfMethod(reads, member, 'totp')).length === 0 ? null : { destination: null },
    challenge: async () => ({ secretHash: '', codeLength: digits, passkey: null, deliver: async () => {} }),
    accepts: ({ answer: { code = '' }, ...asked }) => findApp(seal, asked, code),
    beginEnrolment: (subject) => beginApp(seal, issuer, subject),
    async finishEnrolment({ factorId, member, now }, sealed, { code = '' }) {
      const key = await seal.open(sealed, ownerOf(factorId, member));
      const step = key === null ? null : stepOf(code, key, now);
      return step === null ? null : JSON.stringify({ sealed, lastStep: step } satisfies StoredTotp);
    },
  };
}
