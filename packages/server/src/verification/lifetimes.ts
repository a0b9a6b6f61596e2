/** How long a code works, in minutes (OWASP ASVS 6.5.5). */
export const codeMinutesValid = 10;

/** How many codes may be tried against one verification. */
export const codeAttempts = 5;

/** How long until another code may be asked for, in seconds. */
export const resendSeconds = 60;

/** How long a proof works, in minutes. */
export const proofMinutesValid = 5;

/** The moment `seconds` after `now`. */
export function secondsAfter(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}
