import type { Membership, Receipt, Refusal } from '@leavewell/contract';
import { createIdempotencyKey } from '../client/create-idempotency-key.ts';
import type { CommandOptions, MemberClient } from '../client/member-client.ts';
import type { MemberError } from '../member-error.ts';
import { createFlowState } from './flow-state.ts';
import type { Flow } from './flow.ts';
import { createLatestWork } from './latest-work.ts';
import { refusalIn } from './refusal.ts';

/** Where a member is in turning renewal back on. Price and date are shown before anything is decided. */
export type ResumeRenewalState =
  | { readonly status: 'idle' }
  | { readonly status: 'loading' }
  | { readonly status: 'confirm'; readonly membership: Membership }
  | { readonly status: 'submitting'; readonly membership: Membership }
  | { readonly status: 'resumed'; readonly membership: Membership; readonly receipt: Receipt }
  | { readonly status: 'refused'; readonly membership: Membership; readonly refusal: Refusal }
  | { readonly status: 'kept' }
  | {
      readonly status: 'failed';
      readonly from: 'loading' | 'submitting';
      readonly error: MemberError;
      readonly membership: Membership | null;
    };

/** Guides one member through turning renewal back on. Verbs that do not fit the state do nothing; none rejects. */
export interface ResumeRenewalFlow extends Flow<ResumeRenewalState> {
  /** Reads the membership: `idle`, `kept`, `resumed`, `refused` or `failed` → `confirm` or `refused`. */
  start(): Promise<void>;
  /** The member's decision: `confirm` → `submitting` → `resumed`. */
  confirm(): Promise<void>;
  /** Tries what failed once more, with the same idempotency key. */
  retry(): Promise<void>;
  /** The member leaves renewal off; only before `submitting`. */
  keep(): void;
  /** Gives up what is under way and returns to `idle`. A command already sent is not undone. */
  reset(): void;
}

/** What a resume flow needs. */
export interface ResumeRenewalFlowOptions {
  client: MemberClient;
  membershipId: string;
}

/** Before anything is sent. */
const undecided: readonly ResumeRenewalState['status'][] = ['loading', 'confirm'];

class ResumeRenewal implements ResumeRenewalFlow {
  readonly #client: MemberClient;
  readonly #id: string;
  readonly #flow = createFlowState<ResumeRenewalState>({ status: 'idle' });
  readonly #work = createLatestWork();
  /** Repeats what failed, with the same key. */
  #again: () => Promise<void> = async () => {};

  constructor({ client, membershipId }: ResumeRenewalFlowOptions) {
    this.#client = client;
    this.#id = membershipId;
  }

  get state(): ResumeRenewalState {
    return this.#flow.state;
  }

  readonly subscribe = this.#flow.subscribe;

  readonly start = async (): Promise<void> => {
    const { status } = this.state;
    if (status !== 'submitting' && !undecided.includes(status)) await this.#load();
  };

  readonly confirm = async (): Promise<void> => {
    if (this.state.status !== 'confirm') return;
    await this.#submit(this.state.membership, { idempotencyKey: createIdempotencyKey() });
  };

  readonly retry = async (): Promise<void> => {
    if (this.state.status === 'failed') await this.#again();
  };

  readonly keep = (): void => {
    const { state } = this;
    // What was submitted may have taken effect, so nobody can promise that renewal stayed off.
    const mayKeep = state.status === 'failed' ? state.from !== 'submitting' : undecided.includes(state.status);
    if (mayKeep) this.#stopAt({ status: 'kept' });
  };

  readonly reset = (): void => {
    if (this.state.status !== 'idle') this.#stopAt({ status: 'idle' });
  };

  #stopAt(state: ResumeRenewalState): void {
    this.#work.stop();
    this.#flow.set(state);
  }

  #fail(from: 'loading' | 'submitting', membership: Membership | null, again: () => Promise<void>) {
    return (error: MemberError): void => {
      this.#again = again;
      this.#flow.set({ status: 'failed', from, error, membership });
    };
  }

  /** @param answered - what the server has just refused, for when the fresh membership does not say so itself */
  #load(answered?: Refusal): Promise<void> {
    this.#flow.set({ status: 'loading' });
    return this.#work.run(
      (call) => this.#client.getMembership(this.#id, call),
      (membership) => {
        const refusal = membership.actions.resumeRenewal.refusal ?? answered;
        this.#flow.set(refusal ? { status: 'refused', membership, refusal } : { status: 'confirm', membership });
      },
      this.#fail('loading', null, () => this.#load(answered)),
    );
  }

  /** Not aborted by `keep()` or `reset()`: what the member decided is not cut off on its way. */
  #submit(membership: Membership, command: CommandOptions): Promise<void> {
    this.#flow.set({ status: 'submitting', membership });
    return this.#work.run(
      () => this.#client.resumeRenewal(this.#id, command),
      (outcome) => this.#flow.set({ status: 'resumed', ...outcome }),
      (error) => {
        const refusal = refusalIn(error);
        if (refusal) return this.#load(refusal);
        return this.#fail('submitting', membership, () => this.#submit(membership, command))(error);
      },
    );
  }
}

/** A resume flow at `idle`; nothing is sent before `start()`. */
export function createResumeRenewalFlow(options: ResumeRenewalFlowOptions): ResumeRenewalFlow {
  return new ResumeRenewal(options);
}
