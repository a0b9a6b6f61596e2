import * as z from 'zod/mini';

const WireMessage = z.object({
  id: z.string(),
  code: z.optional(z.string()),
  receipt: z.optional(z.object({ id: z.string() })),
});

/** A host's gateway: takes messages and counts them. */
export interface MessageSink {
  readonly handle: (request: Request) => Promise<Response>;
  /** How often each message came, by its id. */
  readonly timesById: ReadonlyMap<string, number>;
  /** The ids of the messages about each receipt: more than one is a message that a member got twice. */
  readonly idsByReceipt: ReadonlyMap<string, ReadonlySet<string>>;
  /** Every code that was sent, oldest first, with the id of its verification. */
  readonly codes: readonly { readonly id: string; readonly code: string }[];
  /** Called when a message is in, before it is answered. */
  onMessage: () => void;
  /** Refuses the next ones, and says back what it was sent, as gateways do. */
  refuseNext(count: number): void;
}

/** Starts empty. */
export function createMessageSink(): MessageSink {
  const timesById = new Map<string, number>();
  const idsByReceipt = new Map<string, Set<string>>();
  const codes: { id: string; code: string }[] = [];
  let refusals = 0;
  const sink: MessageSink = {
    timesById,
    idsByReceipt,
    codes,
    onMessage: () => undefined,
    refuseNext: (count) => {
      refusals = count;
    },
    handle: async (request) => {
      const text = await request.text();
      if (refusals > 0) {
        refusals -= 1;
        return new Response(`could not send ${text}`, { status: 502 });
      }
      const { id, code, receipt } = WireMessage.parse(JSON.parse(text));
      timesById.set(id, (timesById.get(id) ?? 0) + 1);
      if (code !== undefined) codes.push({ id, code });
      if (receipt) idsByReceipt.set(receipt.id, (idsByReceipt.get(receipt.id) ?? new Set()).add(id));
      sink.onMessage();
      return new Response(null, { status: 204 });
    },
  };
  return sink;
}
