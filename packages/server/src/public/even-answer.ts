const stepMs = 100;

/**
 * Lets an answer leave at a full step of time. A declaration that fits a contract is written in more places than one
 * that fits none; a tenth of a second is longer than either takes, so that they leave alike (OWASP ASVS 6.3.8).
 * @param beganAt - when the request began, by `performance.now()`
 */
export async function evenAnswer(beganAt: number): Promise<void> {
  const rest = stepMs - ((performance.now() - beganAt) % stepMs);
  await new Promise((resolve) => setTimeout(resolve, rest));
}
