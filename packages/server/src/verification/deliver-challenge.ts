import { formatInstant } from '../calendar/instant.ts';
import type { MemberCall } from '../http/call.ts';
import { withoutSecrets } from '../outbox/without-secrets.ts';
import type { VerificationRecord } from '../ports/store.ts';
import type { Challenge } from '../ports/verifier.ts';
import { ServiceError } from '../service-error.ts';

/**
 * Hands the code over after its hash was stored, so that no code is on its way that could not be checked. When the
 * gateway refuses, the verification is closed and another can be started at once. Throws `message_not_sent`.
 */
export async function deliverChallenge(
  call: MemberCall,
  record: VerificationRecord,
  challenge: Challenge,
): Promise<void> {
  try {
    await challenge.deliver();
  } catch (error) {
    const { service, viewer, now } = call;
    await service.store.transaction((rows) => rows.putVerification({ ...record, closedAt: formatInstant(now) }));
    // The gateway's words may repeat the address and the code; the code is not known here, so every number goes.
    const secrets = [viewer.phone ?? '', viewer.email ?? '', viewer.name];
    const words = withoutSecrets(error, secrets).replace(/\d{4,}/g, '•••');
    throw new ServiceError('message_not_sent', { detail: 'The gateway did not accept the message.' }, { cause: words });
  }
}
