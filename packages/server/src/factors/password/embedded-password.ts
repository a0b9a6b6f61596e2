import type { FactorRecord } from '../../ports/filed-record.ts';
import type { EnrollingVerifier } from '../enrolling-verifier.ts';
import { keepFactor } from '../keep-factor.ts';
import { factorsOfMethod } from '../member-factors.ts';
import { askedPassword, nothingSent } from './asked-password.ts';
import { hashPassword, isLongEnough, isPassword } from './password-hash.ts';

/** What `finishEnrolment` wrote; this program wrote it. */
function hashIn({ secret }: FactorRecord): string {
  const { hash }: { readonly hash: string } = JSON.parse(secret);
  return hash;
}

/**
 * A password that members set here, for a host without one of its own: kept as an Argon2id hash. A member without one
 * is answered after the same work. A new one takes the place of the old.
 */
export function embeddedPassword(): EnrollingVerifier {
  // Of something that nobody can type in again.
  const nobodys = hashPassword(crypto.randomUUID());
  const verifier = askedPassword({
    method: 'password',
    offerTo: async (member, reads) =>
      (await factorsOfMethod(reads, member, 'password')).length === 0 ? null : nothingSent,
    async accepts({ member, answer: { code = '' }, reads, now }) {
      const factor = (await factorsOfMethod(reads, member, 'password')).at(-1);
      const isRight = await isPassword(code, factor === undefined ? await nobodys : hashIn(factor));
      if (!isRight || factor === undefined) return null;
      return { record: (rows) => keepFactor(rows, factor, now, (secret) => secret) };
    },
  });
  return {
    ...verifier,
    defaultLabel: 'Password',
    isSingle: true,
    beginEnrolment: async () => ({ secret: '', passkey: null, otpauth: null }),
    finishEnrolment: async (_, __, { code = '' }) =>
      isLongEnough(code) ? JSON.stringify({ hash: await hashPassword(code) }) : null,
  };
}
