import { operations } from '@leavewell/contract';
import { formatInstant } from '../calendar/instant.ts';
import { memberRoute } from '../http/route.ts';
import { acceptedMethods } from '../verification/asked-of.ts';

/** Who is asking, what they may do, and what each command asks of them. */
export const getSession = memberRoute(operations.getSession, async ({ service, viewer, place, now }) => {
  const { id, kind, name } = viewer.account;
  const profile = place.session ?? place.server;
  const plan = { kind: 'recurring', termMonths: null, isTrial: false } as const;
  const on = formatInstant(now).slice(0, 10);
  const policy = service.policies.evaluate({ profile, accountKind: kind, plan, act: 'cancelRenewal', on });
  const verifiers = [...service.verifiers.values()];
  const offers = await service.store.read((reads) => Promise.all(verifiers.map(({ offerTo }) => offerTo(viewer, reads))));
  const verificationMethods = verifiers.flatMap(({ method }, index) => {
    const offer = offers[index];
    return offer ? [{ method, destination: offer.destination }] : [];
  });
  return {
    body: {
      asOf: formatInstant(now),
      member: { id: viewer.id, name: viewer.name },
      account: { id, kind, name },
      permissions: [...viewer.permissions],
      policy: { place: profile, verification: { cancelRenewal: [...acceptedMethods(policy)] } },
      verificationMethods,
      supportChannels: [...service.supportChannels],
    },
  };
});
