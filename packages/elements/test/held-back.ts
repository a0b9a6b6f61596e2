import type { Membership, MemberClient } from '@leavewell/sdk';
import type { MemberPage } from './member-page.ts';

const since = '2026-11-22T02:42:00Z';

/** A billing company that takes a command and does not confirm it until `confirm()`. */
export function heldBack({ server }: MemberPage) {
  const client = server.client();
  let key: string | undefined;
  const seen = <M extends Membership>(membership: M): M =>
    key === undefined ? membership : { ...membership, version: 2, pendingCommand: { command: 'cancelRenewal', since } };
  const held: MemberClient = {
    ...client,
    getMembership: async (...call) => seen(await client.getMembership(...call)),
    previewCancelRenewal: async (...call) => {
      const preview = await client.previewCancelRenewal(...call);
      return { ...preview, membership: seen(preview.membership) };
    },
    cancelRenewal: async (id, command) => {
      if (command.idempotencyKey === done) return client.cancelRenewal(id, { idempotencyKey: done });
      key = command.idempotencyKey;
      return { membership: seen(await client.getMembership(id)), receipt: null };
    },
  };
  let done: string | undefined;
  const confirm = async () => {
    await server.putMembership('m_pro', { seats: 13 });
    await client.cancelRenewal('m_pro', { idempotencyKey: key ?? 'never-sent' });
    [done, key] = [key, undefined];
  };
  return { held, confirm };
}
