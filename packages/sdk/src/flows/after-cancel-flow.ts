import type { AfterCancel, CancelReason, Offer, SendFeedback } from '@leavewell/contract';
import type { MemberClient } from '../client/member-client.ts';
import type { MemberError } from '../member-error.ts';
import { createFlowState } from './flow-state.ts';
import type { Flow } from './flow.ts';
import { createLatestWork } from './latest-work.ts';

/** Where something that may be answered stands. */
export type Answering = 'open' | 'sending';

/**
 * What may be asked and offered once a cancellation took effect. Nothing of it has to be answered, and whatever becomes
 * of it leaves the cancellation as it is.
 */
export type AfterCancelState =
  | { readonly status: 'idle' }
  | { readonly status: 'loading' }
  | {
      readonly status: 'ask';
      /** Null when there is no question; `sent` when it was answered. */
      readonly survey: { readonly reasons: readonly CancelReason[]; readonly answer: Answering | 'sent' } | null;
      readonly offer: { readonly terms: Offer; readonly answer: Answering | 'accepted' | 'declined' } | null;
      /** Why the last answer did not arrive. */
      readonly error: MemberError | null;
    }
  /** Nothing is asked, or it could not be read, which nobody has to be told. */
  | { readonly status: 'closed' };

/** Asks why, and makes an offer, after a cancellation took effect. Verbs that do not fit do nothing; none rejects. */
export interface AfterCancelFlow extends Flow<AfterCancelState> {
  /** Reads what there is: `idle` or `closed` → `ask` or `closed`. */
  start(): Promise<void>;
  /** Why the member left; both may be left out. */
  sendFeedback(feedback: SendFeedback): Promise<void>;
  acceptOffer(): Promise<void>;
  declineOffer(): Promise<void>;
  /** Gives up what is under way and returns to `idle`. */
  reset(): void;
}

/** What an after-cancel flow needs. */
export interface AfterCancelFlowOptions {
  client: MemberClient;
  membershipId: string;
}

type Ask = Extract<AfterCancelState, { status: 'ask' }>;

class AfterCancelSteps implements AfterCancelFlow {
  readonly #client: MemberClient;
  readonly #id: string;
  readonly #flow = createFlowState<AfterCancelState>({ status: 'idle' });
  readonly #work = createLatestWork();

  constructor({ client, membershipId }: AfterCancelFlowOptions) {
    this.#client = client;
    this.#id = membershipId;
  }

  get state(): AfterCancelState {
    return this.#flow.state;
  }

  readonly subscribe = this.#flow.subscribe;

  readonly start = async (): Promise<void> => {
    if (this.state.status !== 'idle' && this.state.status !== 'closed') return;
    this.#flow.set({ status: 'loading' });
    await this.#work.run(
      (call) => this.#client.afterCancel(this.#id, call),
      (after) => this.#show(after),
      () => this.#flow.set({ status: 'closed' }),
    );
  };

  readonly sendFeedback = async (feedback: SendFeedback): Promise<void> => {
    const { survey = null } = this.#open() ?? {};
    if (survey?.answer !== 'open') return;
    await this.#send(
      (answer: Answering | 'sent') => ({ survey: { ...survey, answer } }),
      () => this.#client.sendFeedback(this.#id, feedback),
      'sent',
    );
  };

  readonly acceptOffer = (): Promise<void> => this.#decide('accepted');
  readonly declineOffer = (): Promise<void> => this.#decide('declined');

  readonly reset = (): void => {
    this.#work.stop();
    if (this.state.status !== 'idle') this.#flow.set({ status: 'idle' });
  };

  /** Unless an answer is on its way. */
  #open(): Ask | undefined {
    const { state } = this;
    if (state.status !== 'ask' || state.survey?.answer === 'sending' || state.offer?.answer === 'sending') return undefined;
    return state;
  }

  async #decide(answer: 'accepted' | 'declined'): Promise<void> {
    const { offer = null } = this.#open() ?? {};
    if (offer?.answer !== 'open') return;
    const { acceptOffer, declineOffer } = this.#client;
    await this.#send(
      (stands: Answering | 'accepted' | 'declined') => ({ offer: { ...offer, answer: stands } }),
      () => (answer === 'accepted' ? acceptOffer : declineOffer)(offer.terms.id),
      answer,
    );
  }

  /** Not aborted by anything: what was answered is not cut off on its way. */
  async #send<A extends string>(
    change: (answer: A | Answering) => Partial<Ask>,
    work: () => Promise<unknown>,
    answer: A,
  ): Promise<void> {
    const set = (stands: A | Answering, error: MemberError | null = null) => {
      if (this.state.status === 'ask') this.#flow.set({ ...this.state, ...change(stands), error });
    };
    set('sending');
    await this.#work.run(
      work,
      () => set(answer),
      (error) => set('open', error),
    );
  }

  #show({ survey, offer }: AfterCancel): void {
    if (!survey && !offer) return this.#flow.set({ status: 'closed' });
    this.#flow.set({
      status: 'ask',
      survey: survey && { ...survey, answer: 'open' },
      offer: offer && { terms: offer, answer: 'open' },
      error: null,
    });
  }
}

/** An after-cancel flow at `idle`; nothing is read before `start()`. */
export function createAfterCancelFlow(options: AfterCancelFlowOptions): AfterCancelFlow {
  return new AfterCancelSteps(options);
}
