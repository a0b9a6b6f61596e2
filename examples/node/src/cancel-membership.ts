import { createCancelRenewalFlow, type CancelRenewalFlow, type MemberClient, type Receipt } from '@leavewell/sdk';

/** Asks the member for what `destination` got or they know; `reason` says why an earlier answer was not taken. */
export type AskCode = (destination: string, reason: string | null) => Promise<string>;

/**
 * Cancels one renewal without any UI of ours. The flow knows the steps, keeps one idempotency key for the whole intent
 * and never rejects; this program only answers when it is the member's turn.
 */
export async function cancelMembership(client: MemberClient, membershipId: string, askCode: AskCode): Promise<Receipt> {
  const flow = createCancelRenewalFlow({ client, membershipId });
  await flow.start();
  await flow.confirm();
  let { state } = flow;
  while (state.status === 'verify') {
    const { destination, method } = state.verification;
    const code = await askCode(destination ?? method, state.error?.code ?? null);
    await flow.enterCode(code);
    ({ state } = flow);
  }
  if (state.status === 'pending') {
    console.log(`Under way since ${state.since}; the payment company has not confirmed it yet.`);
    state = await confirmed(flow);
  }
  if (state.status === 'canceled') return state.receipt;
  if (state.status === 'refused') throw new Error(`Not canceled: ${state.refusal.code}`);
  if (state.status === 'failed') throw new Error(`Not canceled: ${state.error.code}`, { cause: state.error });
  throw new Error(`Not canceled: the flow stopped at ${state.status}`);
}

/** The flow goes on asking by itself; whoever does not want to wait calls `flow.stop()` and reads the membership later. */
function confirmed(flow: CancelRenewalFlow): Promise<CancelRenewalFlow['state']> {
  return new Promise((resolve) => {
    const unsubscribe = flow.subscribe((state) => {
      if (state.status === 'pending') return;
      unsubscribe();
      resolve(state);
    });
  });
}
