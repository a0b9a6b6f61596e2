import { argon2id, argon2Verify } from 'hash-wasm';

/** Argon2id as OWASP's Password Storage Cheat Sheet asks for at least: 19 MiB, two passes, one lane. */
const cost = { memorySize: 19 * 1024, iterations: 2, parallelism: 1, hashLength: 32 } as const;

/** The same characters however a keyboard puts them together (NIST SP 800-63B, section 3.1.1.2). */
function asTyped(password: string): string {
  return password.normalize('NFKC');
}

/** The hash with its salt and cost, as one text (PHC string format). */
export function hashPassword(password: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return argon2id({ ...cost, salt, password: asTyped(password), outputType: 'encoded' });
}

/** Compares in constant time. */
export function isPassword(password: string, hash: string): Promise<boolean> {
  // The library refuses an empty password before it does any work.
  return argon2Verify({ password: asTyped(password) || '\0', hash });
}

/** Fewest characters of a new password (NIST SP 800-63B, section 3.1.1.1, for a password that is one of two). */
export const fewestCharacters = 8;

/** Whether a new password is long enough; every character counts once, spaces too. */
export function isLongEnough(password: string): boolean {
  return Array.from(asTyped(password)).length >= fewestCharacters;
}
