import type { ServerErrorCode } from '@leavewell/contract';

const stepMs = 5;

/** Refusals that say the same of what is another's and of what is not there. */
const alike: ReadonlySet<string> = new Set<ServerErrorCode>([
  'membership_not_found',
  'receipt_not_found',
  'verification_not_found',
  'factor_not_found',
]);

/**
 * Lets a refusal that must not tell another's thing from an absent one leave at a full step of time: reading what is
 * there takes a few microseconds longer than finding nothing, and enough tries would show it (OWASP ASVS 6.3.8).
 * @param beganAt - when the request began, by `performance.now()`
 */
export async function keepPace(code: string | null, beganAt: number): Promise<void> {
  if (code === null || !alike.has(code)) return;
  const rest = stepMs - ((performance.now() - beganAt) % stepMs);
  await new Promise((resolve) => setTimeout(resolve, rest));
}
