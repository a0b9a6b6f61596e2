import { operations } from '@leavewell/contract';
import { formatInstant } from '../calendar/instant.ts';
import { memberRoute } from '../http/route.ts';

/** Who is asking, what they may do, and what each command asks of them. */
export const getSession = memberRoute(operations.getSession, async ({ service, viewer, now }) => {
  const { id, kind, name } = viewer.account;
  const verificationMethods = [...service.verifiers.values()].flatMap((verifier) => {
    const destination = verifier.destinationOf(viewer);
    return destination === null ? [] : [{ method: verifier.method, destination }];
  });
  return {
    body: {
      asOf: formatInstant(now),
      member: { id: viewer.id, name: viewer.name },
      account: { id, kind, name },
      permissions: [...viewer.permissions],
      policy: { verification: { cancelRenewal: [...service.requiredProof.cancelRenewal] } },
      verificationMethods,
      supportChannels: [...service.supportChannels],
    },
  };
});
